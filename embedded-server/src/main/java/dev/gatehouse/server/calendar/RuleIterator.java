package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * Follows a rule from day to day with lib-recur. It reckons by the clock on the wall, as if there
 * were no daylight saving time; what a wall clock says is turned into an instant here. A time that
 * is skipped in spring counts by the offset before, one that comes twice in autumn counts the first
 * time (RFC 5545 §3.3.5).
 */
final class RuleIterator implements Iterator<LocalDateTime> {
  private final RecurrenceRuleIterator rule;
  private @Nullable LocalDateTime ahead;

  private RuleIterator(RecurrenceRuleIterator rule) {
    this.rule = rule;
  }

  /**
   * When occurrences begin, the first one included.
   *
   * @param endless a rule without COUNT or UNTIL
   */
  static Stream<Instant> starts(String endless, Span first, Instant from) {
    LocalDateTime start = first.localStart();
    LocalDateTime target = LocalDateTime.ofInstant(from, first.zone()).minusDays(1);
    Stream<LocalDateTime> ruled =
        StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                iterator(endless, start, target), Spliterator.ORDERED),
            false);
    // The first one takes place whether the rule yields it or not (RFC 5545 §3.8.5.3).
    return Stream.concat(
        Stream.of(first.start()),
        ruled
            .filter(local -> local.isAfter(start))
            .map(local -> local.atZone(first.zone()).toInstant()));
  }

  private static Iterator<LocalDateTime> iterator(
      String endless, LocalDateTime start, LocalDateTime target) {
    RecurrenceRule rule = rule(endless);
    try {
      RuleIterator iterator = new RuleIterator(rule.iterator(millis(start), DateTime.UTC));
      iterator.step(
          target.isAfter(start) ? () -> iterator.rule.fastForward(millis(target)) : () -> {});
      return iterator;
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException nothing) {
      return Collections.emptyIterator();
    }
  }

  private static RecurrenceRule rule(String endless) {
    try {
      return new RecurrenceRule(endless, RfcMode.RFC5545_LAX);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException wrong) {
      throw RuleParts.refused("is no rule that can be followed: " + endless);
    }
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public LocalDateTime next() {
    @Nullable LocalDateTime next = ahead;
    if (next == null) {
      throw new NoSuchElementException();
    }
    step(() -> {});
    return next;
  }

  /** Looks one ahead, since the library throws where it has found nothing for a long time. */
  private void step(Runnable before) {
    try {
      before.run();
      ahead =
          rule.hasNext()
              ? LocalDateTime.ofEpochSecond(
                  Math.floorDiv(rule.nextMillis(), 1000L), 0, ZoneOffset.UTC)
              : null;
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException nothing) {
      ahead = null;
    }
  }

  private static long millis(LocalDateTime local) {
    return local.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
