package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A VEVENT, RFC 5545 §3.6.1.
 *
 * @param component as it is in the file, but for mended times
 * @param details what it says; the title is empty if it has none
 * @param span when it takes place
 * @param busy whether it counts as time taken
 * @param cancelled whether it does not take place
 * @param rule how it recurs, or null
 * @param added beginnings of further occurrences
 * @param excluded beginnings of occurrences that do not take place
 * @param replaces which occurrence of a recurring event it replaces, if it does
 */
record IcsEvent(
    IcsComponent component,
    Details details,
    Span span,
    boolean busy,
    boolean cancelled,
    @Nullable String rule,
    Set<Instant> added,
    Set<Instant> excluded,
    Optional<Instant> replaces) {
  private static final String UNTITLED = "(no title)";

  /**
   * Reads one.
   *
   * @throws ImportRefused if it has no beginning, or anything about its times is broken
   */
  static IcsEvent read(IcsComponent component, IcsZones zones) {
    IcsTimes times = new IcsTimes(component, zones);
    Span span = times.span();
    boolean cancelled = says(component, "STATUS", "CANCELLED");
    return new IcsEvent(
        times.mended(span),
        new Details(
            text(component, "SUMMARY", Limits.TITLE),
            text(component, "LOCATION", Limits.LOCATION),
            text(component, "DESCRIPTION", Limits.DESCRIPTION)),
        span,
        !cancelled && !says(component, "TRANSP", "TRANSPARENT"),
        cancelled,
        component.first("RRULE").map(rule -> rule(rule, span)).orElse(null),
        times.dates("RDATE", span),
        times.dates("EXDATE", span),
        times.replaces(span));
  }

  /** What an event says for people to read, with a title in any case. */
  @Override
  public Details details() {
    return details.title().isBlank() ? details.titled(UNTITLED) : details;
  }

  /** As the exception to its series. */
  OccurrenceException instead(Instant start, IcsEvent series) {
    Details said = details.title().isBlank() ? details.titled(series.details().title()) : details;
    return new OccurrenceException(start, new Occurrence(said, span, busy), cancelled);
  }

  /** Its content lines, with the UID and the time of writing that every event must have. */
  Stream<String> lines(String uid, Instant now) {
    Stream<String> added =
        Stream.concat(
            component.first("UID").isPresent() ? Stream.empty() : Stream.of("UID:" + uid),
            component.first("DTSTAMP").isPresent()
                ? Stream.empty()
                : Stream.of("DTSTAMP:" + IcsTime.text(now)));
    Stream<String> lines = component.lines();
    return Stream.of(Stream.of("BEGIN:VEVENT"), added, lines.skip(1)).flatMap(all -> all);
  }

  private static String rule(IcsProperty property, Span span) {
    try {
      RecurrenceRule rule = RecurrenceRule.parse(property.value());
      rule.lastPossible(span);
      return rule.text();
    } catch (InvalidInput refused) {
      throw property.refused(refused.getMessage());
    }
  }

  private static boolean says(IcsComponent component, String name, String value) {
    return component.first(name).map(p -> p.value().equalsIgnoreCase(value)).orElse(false);
  }

  private static String text(IcsComponent component, String name, int longest) {
    String text = component.first(name).map(IcsProperty::text).orElse("").strip();
    if (text.length() <= longest) {
      return text;
    }
    // What is cut off here is still in the iCalendar text. No character is cut in half.
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
