package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the definition of a time zone (VTIMEZONE, RFC 5545 §3.6.5) from Java's own rules. */
final class IcsZoneText {
  /** Years for which a change is written down if no rule is found for it. */
  private static final int YEARS = 40;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final Instant from;
  private final List<String> lines = new ArrayList<>();

  private IcsZoneText(ZoneId zone, Instant from) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.from = from;
  }

  /**
   * The content lines of a definition that is good from this year on.
   *
   * @param firstYear the year of the first time that is told by it
   */
  static Stream<String> lines(ZoneId zone, int firstYear) {
    Instant from = LocalDateTime.of(firstYear, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    IcsZoneText text = new IcsZoneText(zone, from);
    text.write();
    return text.lines.stream();
  }

  private void write() {
    lines.add("BEGIN:VTIMEZONE");
    lines.add("TZID:" + IcsTime.name(zone));
    @Nullable ZoneOffsetTransition before = rules.previousTransition(from);
    if (before == null) {
      ZoneOffset offset = rules.getOffset(from);
      LocalDateTime start = LocalDateTime.ofInstant(from, offset).withDayOfYear(1);
      observance(false, offset, offset, start, Optional.empty());
    } else {
      once(before);
    }
    rules.getTransitions().stream()
        .filter(transition -> transition.getInstant().isAfter(from))
        .forEach(this::once);
    rules.getTransitionRules().forEach(this::yearly);
    lines.add("END:VTIMEZONE");
  }

  private void once(ZoneOffsetTransition transition) {
    observance(transition, Optional.empty());
  }

  private void yearly(ZoneOffsetTransitionRule rule) {
    int known =
        rules.getTransitions().isEmpty()
            ? 0
            : rules
                .getTransitions()
                .get(rules.getTransitions().size() - 1)
                .getDateTimeBefore()
                .getYear();
    int first = Math.max(known + 1, from.atZone(ZoneOffset.UTC).getYear());
    List<ZoneOffsetTransition> changes =
        IntStream.range(first, first + YEARS).mapToObj(rule::createTransition).toList();
    Optional<String> recurrence = recurrence(changes);
    if (recurrence.isPresent()) {
      observance(changes.get(0), recurrence);
    } else {
      changes.forEach(this::once);
    }
  }

  /** A rule that yields all these changes, if they are on the same weekday of the same week. */
  private static Optional<String> recurrence(List<ZoneOffsetTransition> changes) {
    List<LocalDateTime> times =
        changes.stream().map(ZoneOffsetTransition::getDateTimeBefore).toList();
    boolean sameDay =
        times.stream()
                .map(t -> t.getMonth() + " " + t.getDayOfWeek() + t.toLocalTime())
                .distinct()
                .count()
            == 1;
    if (!sameDay) {
      return Optional.empty();
    }
    LocalDateTime one = times.get(0);
    String day =
        one.getDayOfWeek()
            .getDisplayName(TextStyle.SHORT, Locale.ROOT)
            .substring(0, 2)
            .toUpperCase(Locale.ROOT);
    int earliest = times.stream().mapToInt(LocalDateTime::getDayOfMonth).min().orElse(1);
    int latest = times.stream().mapToInt(LocalDateTime::getDayOfMonth).max().orElse(1);
    String yearly = "RRULE:FREQ=YEARLY;BYMONTH=" + one.getMonthValue();
    if (times.stream().allMatch(t -> t.getDayOfMonth() + 7 > t.toLocalDate().lengthOfMonth())) {
      return Optional.of(yearly + ";BYDAY=-1" + day);
    }
    if ((earliest - 1) / 7 == (latest - 1) / 7) {
      return Optional.of(yearly + ";BYDAY=" + ((earliest - 1) / 7 + 1) + day);
    }
    return latest - earliest < 7
        ? Optional.of(yearly + ";BYMONTHDAY=" + daysFrom(earliest) + ";BYDAY=" + day)
        : Optional.empty();
  }

  private static String daysFrom(int day) {
    return String.join(
        ",",
        IntStream.range(day, day + 7).filter(d -> d <= 31).mapToObj(Integer::toString).toList());
  }

  private void observance(ZoneOffsetTransition change, Optional<String> recurrence) {
    observance(
        rules.isDaylightSavings(change.getInstant()),
        change.getOffsetBefore(),
        change.getOffsetAfter(),
        change.getDateTimeBefore(),
        recurrence);
  }

  private void observance(
      boolean daylight,
      ZoneOffset before,
      ZoneOffset after,
      LocalDateTime start,
      Optional<String> recurrence) {
    String name = daylight ? "DAYLIGHT" : "STANDARD";
    lines.add("BEGIN:" + name);
    lines.add("TZOFFSETFROM:" + offset(before));
    lines.add("TZOFFSETTO:" + offset(after));
    lines.add("DTSTART:" + IcsTime.text(start));
    recurrence.ifPresent(lines::add);
    lines.add("END:" + name);
  }

  private static String offset(ZoneOffset offset) {
    int seconds = offset.get(ChronoField.OFFSET_SECONDS);
    int size = Math.abs(seconds);
    String text =
        String.format(
            Locale.ROOT, "%s%02d%02d", seconds < 0 ? "-" : "+", size / 3600, size / 60 % 60);
    return size % 60 == 0 ? text : text + String.format(Locale.ROOT, "%02d", size % 60);
  }
}
