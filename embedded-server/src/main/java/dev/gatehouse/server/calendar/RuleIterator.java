package dev.gatehouse.server.calendar;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.iter.RecurrenceIterator;
import biweekly.util.com.google.ical.iter.RecurrenceIteratorFactory;
import biweekly.util.com.google.ical.values.DateTimeValueImpl;
import biweekly.util.com.google.ical.values.DateValue;
import biweekly.util.com.google.ical.values.TimeValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Follows a rule from day to day with biweekly. It reckons by the clock on the wall, as if there
 * were no daylight saving time; what a wall clock says is turned into an instant here. A time that
 * is skipped in spring counts by the offset before, one that comes twice in autumn counts the first
 * time (RFC 5545 §3.3.5).
 */
final class RuleIterator {
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private RuleIterator() {}

  /**
   * When occurrences begin, the first one included.
   *
   * @param endless a rule without COUNT or UNTIL
   */
  static Stream<Instant> starts(String endless, Span first, Instant from) {
    LocalDateTime start = first.localStart();
    RecurrenceIterator iterator =
        RecurrenceIteratorFactory.createRecurrenceIterator(rule(endless), value(start), UTC);
    LocalDateTime target = LocalDateTime.ofInstant(from, first.zone()).minusDays(1);
    if (target.isAfter(start)) {
      iterator.advanceTo(value(target));
    }
    Stream<Instant> ruled =
        StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
            .map(RuleIterator::local)
            .filter(local -> local.isAfter(start))
            .map(local -> local.atZone(first.zone()).toInstant());
    // The first one takes place whether the rule yields it or not (RFC 5545 §3.8.5.3).
    return Stream.concat(Stream.of(first.start()), ruled);
  }

  private static Recurrence rule(String endless) {
    ParseContext context = new ParseContext();
    context.setVersion(ICalVersion.V2_0);
    return new RecurrenceRuleScribe()
        .parseText(endless, ICalDataType.RECUR, new ICalParameters(), context)
        .getValue();
  }

  private static DateTimeValueImpl value(LocalDateTime local) {
    return new DateTimeValueImpl(
        local.getYear(),
        local.getMonthValue(),
        local.getDayOfMonth(),
        local.getHour(),
        local.getMinute(),
        local.getSecond());
  }

  private static LocalDateTime local(DateValue value) {
    LocalDateTime day = LocalDateTime.of(value.year(), value.month(), value.day(), 0, 0);
    return value instanceof TimeValue time
        ? day.withHour(time.hour()).withMinute(time.minute()).withSecond(time.second())
        : day;
  }
}
