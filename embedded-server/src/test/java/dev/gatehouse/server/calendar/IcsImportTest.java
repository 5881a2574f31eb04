package dev.gatehouse.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calendars that come from other programs. */
final class IcsImportTest {
  private DemoCalendars demo;
  private CalendarEvents events;
  private String calendar;

  @BeforeEach
  @BeforeProperty
  void open() {
    demo = new DemoCalendars();
    events = demo.events();
    calendar = demo.empty();
  }

  @AfterEach
  @AfterProperty
  void close() {
    demo.close();
  }

  private List<Event> all() {
    return events.between(calendar, Window.OPEN).events();
  }

  /** As a mail program writes it: a zone of its own, an alarm, guests, a folded line. */
  private static byte[] meeting() {
    return Ics.file(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "METHOD:REQUEST",
        "BEGIN:VTIMEZONE",
        "TZID:W. Europe Standard Time",
        "BEGIN:STANDARD",
        "DTSTART:16010101T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:16010101T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:meeting",
        "SUMMARY;LANGUAGE=de:Gespräch über die nächs",
        "  ten Schritte\\, kurz",
        "DESCRIPTION:Erstens\\nZweitens",
        "DTSTART;TZID=W. Europe Standard Time:20260706T100000",
        "DTEND;TZID=\"W. Europe Standard Time\":20260706T110000",
        "ATTENDEE;CN=\"Bob; the Builder\":mailto:bob@example.com",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Gleich",
        "TRIGGER:-PT15M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR");
  }

  @Test
  void aMeetingFromAMailProgramIsUnderstood() {
    assertThat(events.importIcs(calendar, meeting())).isEqualTo(new ImportResult(1, 0));

    Event event = all().get(0);
    assertThat(event.title()).isEqualTo("Gespräch über die nächs ten Schritte, kurz");
    assertThat(event.description()).isEqualTo("Erstens\nZweitens");
    assertThat(event.start()).isEqualTo("2026-07-06T10:00:00+02:00");
    assertThat(event.end()).isEqualTo("2026-07-06T11:00:00+02:00");
  }

  @Test
  void whatTheApiDoesNotShowIsKeptThroughAChange() {
    events.importIcs(calendar, meeting());
    events.patch(calendar, all().get(0).id(), Map.of("title", "Talk"));

    assertThat(events.exportIcs(calendar))
        .contains("SUMMARY:Talk\r\n")
        .contains("ATTENDEE;CN=\"Bob; the Builder\":mailto:bob@example.com\r\n")
        .contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Gleich\r\n")
        .contains("DTSTART;TZID=Europe/Berlin:20260706T100000\r\n")
        .doesNotContain("Gespräch");
  }

  @Test
  void theSameFileTwiceDoublesNothingAndKeepsTheIdentifiers() {
    events.importIcs(calendar, meeting());
    List<Event> before = all();

    assertThat(events.importIcs(calendar, meeting())).isEqualTo(new ImportResult(0, 1));

    assertThat(all()).isEqualTo(before);
  }

  @Test
  void eventsWithoutAUidAreNotDoubledEither() {
    byte[] file =
        Ics.calendar(
            List.of("BEGIN:VEVENT", "SUMMARY:x", "DTSTART:20260101T000000Z", "END:VEVENT"));
    events.importIcs(calendar, file);
    events.importIcs(calendar, file);

    assertThat(all()).hasSize(1);
  }

  @Test
  void twoEventsOfTheSameUidAreBothKept() {
    byte[] file =
        Ics.calendar(
            Ics.event("same", "SUMMARY:One", "DTSTART:20260101T000000Z"),
            Ics.event("same", "SUMMARY:Two", "DTSTART:20260102T000000Z"));
    events.importIcs(calendar, file);
    events.importIcs(calendar, file);

    assertThat(all()).extracting(Event::title).containsExactly("One", "Two");
  }

  @Test
  void theSameUidInTwoCalendarsIsTwoEvents() {
    String other = demo.empty();
    events.importIcs(calendar, meeting());
    events.importIcs(other, meeting());

    assertThat(events.between(other, Window.OPEN).events()).hasSize(1);
    assertThat(all()).hasSize(1);
  }

  @Test
  void anEventWithoutATitleGetsOne() {
    events.importIcs(calendar, Ics.calendar(Ics.event("x", "DTSTART:20260101T000000Z")));

    assertThat(all()).extracting(Event::title).containsExactly("(no title)");
  }

  @Test
  void aDayWithoutAnEndIsOneDay() {
    events.importIcs(
        calendar,
        Ics.calendar(
            Ics.event("a", "DTSTART;VALUE=DATE:20260101"),
            Ics.event("b", "DTSTART;VALUE=DATE:20260102", "DTEND;VALUE=DATE:20260102"),
            Ics.event("c", "DTSTART:20260103", "DTEND:20260104T050001Z")));

    assertThat(all()).allMatch(Event::allDay);
    assertThat(all())
        .extracting(Event::end)
        .containsExactly("2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z");
  }

  @Test
  void timesWithoutAZoneAreThoseOfTheCalendar() {
    events.importIcs(
        calendar,
        Ics.calendar(
            List.of("X-WR-TIMEZONE:America/New_York"),
            Ics.event("a", "DTSTART:20260101T090000", "DURATION:PT30M")));

    assertThat(all()).extracting(Event::start).containsExactly("2026-01-01T09:00:00-05:00");
  }

  @Test
  void theNameOfAZoneMayHaveItsMakerBeforeIt() {
    events.importIcs(
        calendar,
        Ics.calendar(
            Ics.event("a", "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260101T090000")));

    assertThat(all()).extracting(Event::start).containsExactly("2026-01-01T09:00:00+01:00");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("no calendar", 1, lines("Hello")),
        Arguments.of("nothing", 1, lines()),
        Arguments.of("another component first", 1, lines("BEGIN:VEVENT", "END:VEVENT")),
        Arguments.of("version 1", 2, lines("BEGIN:VCALENDAR", "VERSION:1.0", "END:VCALENDAR")),
        Arguments.of("calendar without end", 1, lines("BEGIN:VCALENDAR", "VERSION:2.0")),
        Arguments.of("event without end", 6, inside("BEGIN:VEVENT", "DTSTART:20260101T000000Z")),
        Arguments.of("end without begin", 4, inside("END:VEVENT")),
        Arguments.of("no colon", 7, event("DTSTART:20260101T000000Z", "SUMMARY Lunch")),
        Arguments.of("no beginning", 4, event("SUMMARY:Lunch")),
        Arguments.of("no time", 6, event("DTSTART:soon")),
        Arguments.of("no such day", 6, event("DTSTART;VALUE=DATE:20260230")),
        Arguments.of("no such hour", 6, event("DTSTART:20260101T250000Z")),
        Arguments.of("the year 1", 6, event("DTSTART:00010101T000000Z")),
        Arguments.of(
            "end before beginning", 7, event("DTSTART:20260102T000000Z", "DTEND:20260101T000000Z")),
        Arguments.of("no duration", 7, event("DTSTART:20260102T000000Z", "DURATION:long")),
        Arguments.of("unknown zone", 6, event("DTSTART;TZID=Mars/Base:20260102T000000")),
        Arguments.of("no rule", 7, event("DTSTART:20260102T000000Z", "RRULE:FREQ=NEVER")),
        Arguments.of("no exception", 7, event("DTSTART:20260102T000000Z", "EXDATE:never")),
        Arguments.of(
            "after a folded line",
            9,
            event("DTSTART:20260102T000000Z", "SUMMARY:a", " b", "EXDATE:never")),
        Arguments.of(
            "something after the end",
            4,
            lines("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR", "X:1")));
  }

  private static byte[] lines(String... lines) {
    return Ics.file(lines);
  }

  private static byte[] inside(String... lines) {
    return Ics.calendar(List.of(lines));
  }

  private static byte[] event(String... lines) {
    List<String> event = new ArrayList<>(List.of("BEGIN:VEVENT", "UID:x"));
    event.addAll(Arrays.asList(lines));
    event.add("END:VEVENT");
    return Ics.calendar(event);
  }

  @ParameterizedTest(name = "{0}: line {1}")
  @MethodSource("broken")
  void aBrokenFileIsRefusedWithTheLineAtFault(String what, int line, byte[] file) {
    assertThatExceptionOfType(ImportRefused.class)
        .isThrownBy(() -> events.importIcs(calendar, file))
        .withMessageStartingWith("line " + line + ": ")
        .satisfies(refused -> assertThat(refused.line()).isEqualTo(line));
  }

  @Test
  void nothingOfABrokenFileIsKept() {
    assertThatExceptionOfType(ImportRefused.class)
        .isThrownBy(
            () ->
                events.importIcs(
                    calendar,
                    Ics.calendar(
                        Ics.event("good", "DTSTART:20260101T000000Z"),
                        Ics.event("bad", "DTSTART:never"))));

    assertThat(all()).isEmpty();
  }

  @Test
  void whatIsNotUtf8IsRefusedWithItsLine() {
    byte[] file = Ics.calendar(Ics.event("x", "SUMMARY:?", "DTSTART:20260101T000000Z"));
    String text =
        new String(file, StandardCharsets.ISO_8859_1).replace("SUMMARY:?", "SUMMARY:Fr\u00fch");

    assertThatExceptionOfType(ImportRefused.class)
        .isThrownBy(() -> events.importIcs(calendar, text.getBytes(StandardCharsets.ISO_8859_1)))
        .withMessage("line 7: this line is not written in UTF-8");
  }

  @Test
  void aFileOfTooManyEventsIsRefused() {
    List<String> lines =
        IntStream.rangeClosed(0, Limits.EVENTS)
            .boxed()
            .flatMap(
                i ->
                    Stream.of("BEGIN:VEVENT", "UID:" + i, "DTSTART:20260101T000000Z", "END:VEVENT"))
            .toList();

    assertThatExceptionOfType(ImportRefused.class)
        .isThrownBy(() -> events.importIcs(calendar, Ics.calendar(lines)))
        .withMessageContaining("more than 10000 events");
  }

  @Test
  void aFullCalendarTakesNothingMore() {
    byte[] file =
        Ics.calendar(
            IntStream.range(0, Limits.EVENTS)
                .boxed()
                .flatMap(
                    i ->
                        Stream.of(
                            "BEGIN:VEVENT", "UID:" + i, "DTSTART:20260101T000000Z", "END:VEVENT"))
                .toList());
    assertThat(events.importIcs(calendar, file)).isEqualTo(new ImportResult(Limits.EVENTS, 0));
    assertThat(events.importIcs(calendar, file)).isEqualTo(new ImportResult(0, Limits.EVENTS));

    assertThatExceptionOfType(LimitReached.class)
        .isThrownBy(() -> events.importIcs(calendar, meeting()));
    assertThat(events.delete(calendar, all().get(0).id())).isTrue();
    assertThat(events.importIcs(calendar, meeting())).isEqualTo(new ImportResult(1, 0));
  }

  @Test
  void aZoneThatChangesEverySecondIsRefused() {
    byte[] file =
        Ics.calendar(
            List.of(
                "BEGIN:VTIMEZONE",
                "TZID:Odd",
                "BEGIN:STANDARD",
                "DTSTART:16010101T000000",
                "TZOFFSETFROM:+0000",
                "TZOFFSETTO:+0100",
                "RRULE:FREQ=SECONDLY",
                "END:STANDARD",
                "END:VTIMEZONE"),
            Ics.event("x", "DTSTART;TZID=Odd:20260101T000000"));

    assertThatExceptionOfType(ImportRefused.class)
        .isThrownBy(() -> events.importIcs(calendar, file))
        .satisfies(refused -> assertThat(refused.line()).isEqualTo(10));
  }

  @Property(tries = 300)
  void randomBytesAreRefusedAndNothingElse(@ForAll @Size(max = 400) byte[] bytes) {
    assertThatExceptionOfType(ImportRefused.class)
        .isThrownBy(() -> IcsImport.read(bytes, DemoCalendars.CLOCK.instant()));
  }

  @Property(tries = 1000)
  void aDamagedFileIsReadOrRefused(
      @ForAll @IntRange(max = 1_200) int at,
      @ForAll byte replacement,
      @ForAll @IntRange(max = 40) int removed) {
    byte[] whole = meeting();
    int position = at % whole.length;
    byte[] damaged = whole.clone();
    damaged[position] = replacement;
    int end = Math.min(position + removed, damaged.length);
    System.arraycopy(damaged, end, damaged, position, damaged.length - end);
    try {
      IcsImport.read(
          Arrays.copyOf(damaged, damaged.length - (end - position)), DemoCalendars.CLOCK.instant());
    } catch (ImportRefused refused) {
      assertThat(refused.line()).isPositive();
    }
  }
}
