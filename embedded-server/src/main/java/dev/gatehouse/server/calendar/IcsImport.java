package dev.gatehouse.server.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads events from an iCalendar file: all of them, or none if it is broken. */
final class IcsImport {
  private static final int ID_LENGTH = 20;
  private static final int UID_LENGTH = 1_000;

  private final Instant now;
  private final List<IcsSeries> all = new ArrayList<>();
  private int components;

  private IcsImport(Instant now) {
    this.now = now;
  }

  /**
   * The events in a file.
   *
   * @param now what is noted for events that do not say when they were written
   * @throws ImportRefused if anything about it is broken
   */
  static List<StoredEvent> read(byte[] file, Instant now) {
    IcsImport reading = new IcsImport(now);
    IcsFile.read(file).forEach(reading::addAll);
    return reading.all.stream().map(IcsSeries::stored).toList();
  }

  private void addAll(IcsComponent calendar) {
    IcsZones zones = new IcsZones(calendar);
    Map<String, IcsSeries> byUid = new LinkedHashMap<>();
    Map<String, Integer> doubled = new HashMap<>();
    for (IcsComponent component : calendar.inside("VEVENT").toList()) {
      if (++components > Limits.EVENTS) {
        throw component.refused("there are more than " + Limits.EVENTS + " events in this file");
      }
      IcsEvent event = IcsEvent.read(component, zones);
      String uid = uid(component);
      IcsSeries series = byUid.computeIfAbsent(uid, this::begin);
      if (event.replaces().isEmpty() && series.hasMaster()) {
        // Some programs give the same UID to several events. Each is kept, under a UID of its own.
        int number = doubled.merge(uid, 1, Integer::sum) + 1;
        series = byUid.computeIfAbsent(uid + "#" + number, this::begin);
      }
      series.add(event);
    }
    all.addAll(byUid.values());
  }

  private IcsSeries begin(String uid) {
    return new IcsSeries(Identifiers.random(ID_LENGTH), uid, now);
  }

  /** Its UID or, if it has none, one that is the same whenever the same file is imported. */
  private static String uid(IcsComponent component) {
    Optional<IcsProperty> given =
        component.first("UID").filter(property -> !property.value().isEmpty());
    given
        .filter(property -> property.value().length() > UID_LENGTH)
        .ifPresent(
            property -> {
              throw property.refused("this UID is longer than " + UID_LENGTH + " characters");
            });
    return given
        .map(IcsProperty::value)
        .orElseGet(
            () ->
                UUID.nameUUIDFromBytes(
                        String.join("\n", component.lines().toList())
                            .getBytes(StandardCharsets.UTF_8))
                    .toString());
  }
}
