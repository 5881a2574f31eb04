package dev.gatehouse.server.calendar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a calendar as an iCalendar file, RFC 5545. */
final class IcsExport {
  private static final String PRODUCT = "-//Gatehouse//Calendar API//EN";
  private static final Pattern ZONED_TIME =
      Pattern.compile("[A-Z-]+[^:]*;TZID=(?:\"([^\"]+)\"|([^;:\"]+))[^:]*:(\\d{4}).*");

  private IcsExport() {}

  /**
   * A file with these events.
   *
   * @param events tells the iCalendar text of each
   */
  static String write(Calendar calendar, Consumer<Consumer<String>> events) {
    List<String> lines = new ArrayList<>();
    events.accept(source -> lines.addAll(List.of(source.split("\n"))));
    return IcsText.folded(
        Stream.of(
                header(calendar),
                zones(lines).entrySet().stream()
                    .flatMap(zone -> zone(zone.getKey(), zone.getValue())),
                lines.stream(),
                Stream.of("END:VCALENDAR"))
            .flatMap(all -> all));
  }

  private static Stream<String> header(Calendar calendar) {
    Stream<String> named =
        Stream.of(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:" + PRODUCT,
            "CALSCALE:GREGORIAN",
            IcsText.property("X-WR-CALNAME", calendar.name()));
    return calendar.description().isEmpty()
        ? named
        : Stream.concat(named, Stream.of(IcsText.property("X-WR-CALDESC", calendar.description())));
  }

  /** What is said of a zone: nothing if only what we do not read names it, such as an alarm. */
  private static Stream<String> zone(String name, int firstYear) {
    try {
      return IcsZoneText.lines(ZoneId.of(name), firstYear);
    } catch (DateTimeException unknown) {
      return Stream.empty();
    }
  }

  /** The zones that are named, each with the first year for which it is. */
  private static Map<String, Integer> zones(List<String> lines) {
    Map<String, Integer> zones = new TreeMap<>();
    for (String line : lines) {
      Matcher time = ZONED_TIME.matcher(line);
      if (line.contains("TZID=") && time.matches()) {
        String zone = time.group(1) == null ? time.group(2) : time.group(1);
        zones.merge(zone, Integer.valueOf(time.group(3)), Math::min);
      }
    }
    return zones;
  }
}
