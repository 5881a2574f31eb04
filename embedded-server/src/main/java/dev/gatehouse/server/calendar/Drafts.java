package dev.gatehouse.server.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes events of what callers wrote. */
final class Drafts {
  private Drafts() {}

  /**
   * A new event.
   *
   * @param zone whose clocks it goes by, or null for the offset that was written
   */
  static Series series(String id, EventDraft draft, @Nullable ZoneId zone) {
    Details details = Details.of(draft);
    Span span = Span.of(draft);
    return new Series(
        id,
        id,
        details,
        zone == null || span.allDay() ? span : span.in(zone),
        true,
        rule(draft),
        Set.of(),
        Set.of(),
        List.of());
  }

  /**
   * An event after a change. It goes on by the clocks of its zone if the new times fit these, since
   * an offset alone does not tell when daylight saving time begins. Its exceptions stay if it still
   * recurs in the same way.
   */
  static Series changed(Series before, EventDraft draft) {
    Details details = Details.of(draft);
    Span written = Span.of(draft);
    Span span = fits(written, before.first()) ? written.in(before.first().zone()) : written;
    @Nullable String rule = rule(draft);
    boolean alike =
        span.start().equals(before.first().start())
            && span.allDay() == before.first().allDay()
            && Objects.equals(rule, before.rule());
    return new Series(
        before.id(),
        before.uid(),
        details,
        span,
        before.busy(),
        rule,
        alike ? before.added() : Set.of(),
        alike ? before.excluded() : Set.of(),
        alike ? before.exceptions() : List.of());
  }

  private static boolean fits(Span written, Span before) {
    return !written.allDay()
        && !before.allDay()
        && before
            .zone()
            .getRules()
            .getOffset(written.start())
            .equals(written.zone().getRules().getOffset(written.start()));
  }

  private static @Nullable String rule(EventDraft draft) {
    String text = Limits.text(draft.recurrence(), "recurrence", Limits.RULE).strip();
    return text.isEmpty() ? null : RecurrenceRule.parse(text).text();
  }
}
