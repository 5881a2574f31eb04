package dev.gatehouse.server.calendar;

import java.util.List;

/** Reads iCalendar files. */
final class IcsImport {
  private IcsImport() {}

  static List<StoredEvent> read(byte[] file) {
    if (file.length == 0) {
      throw new ImportRefused(1, "the file is empty");
    }
    return List.of();
  }
}
