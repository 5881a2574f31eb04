package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes events as iCalendar text, unfolded. */
final class IcsEvents {
  private static final Set<String> TIMES = Set.of("DTSTART", "DTEND", "DURATION");
  private static final Set<String> EXCEPTIONS = Set.of("EXDATE", "RDATE", "EXRULE");
  private static final String END = "END:VEVENT";

  private IcsEvents() {}

  /** An event that was not imported. */
  static String written(Series series, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + series.uid());
    lines.add("DTSTAMP:" + IcsTime.text(now));
    fields(series).values().forEach(lines::addAll);
    lines.add(END);
    return String.join("\n", lines);
  }

  /**
   * The text of an event after a change. Only lines that say something else now are replaced, so
   * that alarms, guests and whatever else came with it are kept.
   */
  static String rewritten(String source, Series before, Series after, Instant now) {
    Map<String, List<String>> old = fields(before);
    Map<String, List<String>> changed = new LinkedHashMap<>();
    fields(after)
        .forEach(
            (name, lines) -> {
              if (!Objects.equals(lines, old.get(name))) {
                changed.put(name, lines);
              }
            });
    Set<String> dropped = new TreeSet<>(changed.keySet());
    dropped.addAll(List.of("DTSTAMP", "LAST-MODIFIED"));
    if (changed.containsKey("DTSTART")) {
      dropped.addAll(TIMES);
    }
    boolean alike =
        before.exceptions().equals(after.exceptions())
            && before.excluded().equals(after.excluded())
            && before.added().equals(after.added());
    if (!alike) {
      dropped.addAll(EXCEPTIONS);
      dropped.add("RECURRENCE-ID");
    }
    return String.join("\n", merged(source.split("\n"), dropped, changed, now, alike));
  }

  private static List<String> merged(
      String[] source,
      Set<String> dropped,
      Map<String, List<String>> changed,
      Instant now,
      boolean withExceptions) {
    List<String> lines = new ArrayList<>();
    int depth = 0;
    boolean first = true;
    for (String line : source) {
      String name = name(line);
      depth += name.equals("BEGIN") ? 1 : 0;
      boolean own = first && depth == 1;
      if (own && line.equalsIgnoreCase(END)) {
        lines.add("DTSTAMP:" + IcsTime.text(now));
        lines.add("LAST-MODIFIED:" + IcsTime.text(now));
        changed.values().forEach(lines::addAll);
        lines.add(line);
        first = false;
      } else if ((first && !(own && dropped.contains(name))) || (!first && withExceptions)) {
        lines.add(line);
      }
      depth -= name.equals("END") ? 1 : 0;
    }
    return lines;
  }

  private static String name(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != ':' && line.charAt(end) != ';') {
      end++;
    }
    return line.substring(0, end).toUpperCase(Locale.ROOT);
  }

  /** The lines for what the API shows, by the property that they are about. */
  private static Map<String, List<String>> fields(Series series) {
    Span span = series.first();
    Details details = series.details();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put(
        "DTSTART",
        List.of(
            "DTSTART" + time(span, span.start(), series.rule() != null),
            "DTEND" + time(span, span.end(), series.rule() != null)));
    fields.put("RRULE", Stream.ofNullable(series.rule()).map(rule -> "RRULE:" + rule).toList());
    fields.put("SUMMARY", text("SUMMARY", details.title()));
    fields.put("LOCATION", text("LOCATION", details.location()));
    fields.put("DESCRIPTION", text("DESCRIPTION", details.description()));
    return fields;
  }

  private static List<String> text(String name, String text) {
    return text.isEmpty() ? List.of() : List.of(IcsText.property(name, text));
  }

  /** Parameters and value. What does not recur needs no time zone but UTC. */
  private static String time(Span span, Instant instant, boolean recurs) {
    if (span.allDay()) {
      return ";VALUE=DATE:" + IcsTime.text(IcsTime.dayOf(instant));
    }
    boolean utc = span.zone().getRules().equals(ZoneOffset.UTC.getRules());
    if (utc || (span.zone() instanceof ZoneOffset && !recurs)) {
      return ":" + IcsTime.text(instant);
    }
    String zone = IcsTime.name(span.zone());
    return ";TZID="
        + (zone.contains(":") ? "\"" + zone + "\"" : zone)
        + ":"
        + IcsTime.text(LocalDateTime.ofInstant(instant, span.zone()));
  }
}
