package dev.gatehouse.desktop.repeat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of a series as comma-separated values (RFC 4180), for a spreadsheet. */
public final class AttemptCsv {
  private static final String END = "\r\n";

  private AttemptCsv() {}

  /** A line of names, then one for each attempt. */
  public static String write(List<Attempt> attempts) {
    return Stream.concat(
            Stream.of("number,value,status,stopped by,bytes,milliseconds"),
            attempts.stream().map(AttemptCsv::line))
        .collect(Collectors.joining(END, "", END));
  }

  private static String line(Attempt attempt) {
    return String.join(
        ",",
        Integer.toString(attempt.number()),
        quoted(attempt.value()),
        Integer.toString(attempt.status()),
        quoted(attempt.stoppedBy()),
        Integer.toString(attempt.length()),
        String.format(Locale.ROOT, "%.3f", attempt.took().toNanos() / 1e6));
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
