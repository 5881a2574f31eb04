package dev.gatehouse.server.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A component in an iCalendar file, RFC 5545 §3.6: what is between BEGIN and END.
 *
 * @param name for example {@code VEVENT}
 * @param line where it begins, counted from 1
 * @param properties of itself, in order
 * @param components inside it, in order
 */
record IcsComponent(
    String name, int line, List<IcsProperty> properties, List<IcsComponent> components) {

  /** One that is still being read. */
  static IcsComponent begun(String name, int line) {
    return new IcsComponent(name, line, new ArrayList<>(), new ArrayList<>());
  }

  boolean is(String otherName) {
    return name.equalsIgnoreCase(otherName);
  }

  Optional<IcsProperty> first(String property) {
    return all(property).findFirst();
  }

  Stream<IcsProperty> all(String property) {
    return properties.stream().filter(candidate -> candidate.is(property));
  }

  Stream<IcsComponent> inside(String component) {
    return components.stream().filter(candidate -> candidate.is(component));
  }

  /** Its content lines, unfolded. */
  Stream<String> lines() {
    return Stream.of(
            Stream.of("BEGIN:" + name),
            properties.stream().map(IcsProperty::raw),
            components.stream().flatMap(IcsComponent::lines),
            Stream.of("END:" + name))
        .flatMap(all -> all);
  }

  ImportRefused refused(String why) {
    return new ImportRefused(line, why);
  }
}
