package dev.gatehouse.desktop.ui.intercept;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between two texts of a few lines: those that went and those that came. */
final class LineChanges {
  private LineChanges() {}

  /** For example {@code − GET /me} and {@code + GET /admin/users}, each in a line of its own. */
  static String of(String before, String after) {
    List<String> gone = new ArrayList<>(before.lines().toList());
    List<String> come = new ArrayList<>(after.lines().toList());
    for (String line : after.lines().toList()) {
      if (gone.remove(line)) {
        come.remove(line);
      }
    }
    return Stream.concat(
            gone.stream().map(line -> "− " + line), come.stream().map(line -> "+ " + line))
        .collect(Collectors.joining("\n"));
  }
}
