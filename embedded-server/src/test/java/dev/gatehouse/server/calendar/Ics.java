package dev.gatehouse.server.calendar;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Small iCalendar files to import. */
final class Ics {
  private Ics() {}

  /** Lines as a file. */
  static byte[] file(String... lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A file with these components in one calendar. The first line of the first is line 4. */
  static byte[] calendar(List<?>... components) {
    return file(
        Stream.of(
                Stream.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//Test//EN"),
                Stream.of(components).flatMap(List::stream),
                Stream.of("END:VCALENDAR"))
            .flatMap(all -> all)
            .toArray(String[]::new));
  }

  /** An event of this UID with these further lines. */
  static List<String> event(String uid, String... lines) {
    return Stream.of(
            Stream.of("BEGIN:VEVENT", "UID:" + uid, "DTSTAMP:20260101T000000Z"),
            Stream.of(lines),
            Stream.of("END:VEVENT"))
        .flatMap(all -> all)
        .toList();
  }
}
