package dev.gatehouse.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import biweekly.Biweekly;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars that go out to other programs, read by parsers that nobody here wrote. */
final class IcsExportTest {
  private DemoCalendars demo;
  private CalendarEvents events;
  private String calendar;

  @BeforeEach
  void open() {
    demo = new DemoCalendars();
    events = demo.events();
    calendar = demo.empty();
  }

  @AfterEach
  void close() {
    demo.close();
  }

  private static byte[] varied() {
    return Ics.calendar(
        Ics.event(
            "series",
            "SUMMARY:Jour fixe",
            "DTSTART;TZID=Europe/Berlin:20260323T090000",
            "DTEND;TZID=Europe/Berlin:20260323T100000",
            "RRULE:FREQ=WEEKLY",
            "EXDATE;TZID=Europe/Berlin:20260330T090000"),
        Ics.event(
            "series",
            "SUMMARY:Jour fixe\\, later",
            "RECURRENCE-ID;TZID=Europe/Berlin:20260406T090000",
            "DTSTART;TZID=Europe/Berlin:20260406T110000",
            "DTEND;TZID=Europe/Berlin:20260406T120000"),
        Ics.event(
            "days",
            "SUMMARY:" + "Füße und Größe ".repeat(12),
            "DTSTART;VALUE=DATE:20261224",
            "DTEND;VALUE=DATE:20261227",
            "TRANSP:TRANSPARENT"),
        Ics.event("floating", "SUMMARY:Sunrise", "DTSTART:20260621T050000", "DURATION:PT5M"));
  }

  @Test
  void whatWasImportedComesBackLineByLine() {
    events.importIcs(calendar, varied());

    String exported = events.exportIcs(calendar).replace("\r\n ", "");

    assertThat(exported.lines().toList())
        .containsAll(
            new String(varied(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("PRODID"))
                .toList());
  }

  @Test
  void anExportCanBeImportedAndThenShowsTheSame() {
    events.importIcs(calendar, varied());
    String copy = demo.empty();

    events.importIcs(copy, events.exportIcs(calendar).getBytes(StandardCharsets.UTF_8));

    assertThat(events.exportIcs(copy)).isEqualTo(events.exportIcs(calendar));
    Window spring = Window.of("2026-03-01", "2026-05-01");
    assertThat(events.between(copy, spring).events())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .isEqualTo(events.between(calendar, spring).events());
    assertThat(events.freeBusy(copy, spring)).isEqualTo(events.freeBusy(calendar, spring));
  }

  @Test
  void zonesThatNobodyKnowsAndNoTimeNeedsDoNotSpoilTheExport() {
    events.importIcs(
        calendar,
        Ics.calendar(
            Ics.event(
                "days",
                "SUMMARY:Days",
                "DTSTART;VALUE=DATE;TZID=My Zone:20261201",
                "RRULE:FREQ=DAILY;COUNT=5",
                "EXDATE;VALUE=DATE;TZID=My Zone:20261202,20261203",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "TRIGGER:-PT5M",
                "X-SEEN;TZID=My Zone:20261201T090000",
                "END:VALARM")));

    String exported = events.exportIcs(calendar);

    assertThat(exported)
        .contains("DTSTART;VALUE=DATE:20261201", "EXDATE;VALUE=DATE:20261202,20261203", "X-SEEN")
        .doesNotContain("BEGIN:VTIMEZONE");
  }

  @Test
  void linesEndAsTheRfcSaysAndAreNoLongerThan75Octets() {
    events.importIcs(calendar, varied());

    String exported = events.exportIcs(calendar);

    assertThat(exported.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(exported.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void otherReadersFindTheDemoCalendarValid() throws Exception {
    String exported = events.exportIcs(DemoCalendars.ALICES);

    net.fortuna.ical4j.model.Calendar read =
        new CalendarBuilder().build(new StringReader(exported));
    assertThat(read.validate().getEntries()).isEmpty();
    assertThat(read.getComponents("VEVENT"))
        .hasSameSizeAs(events.between(DemoCalendars.ALICES, Window.OPEN).events());
    assertThat(Biweekly.parse(exported).first().validate(biweekly.ICalVersion.V2_0).isEmpty())
        .isTrue();
  }

  @Test
  void otherReadersFindAnImportedCalendarValid() throws Exception {
    events.importIcs(calendar, varied());

    net.fortuna.ical4j.model.Calendar read =
        new CalendarBuilder().build(new StringReader(events.exportIcs(calendar)));

    assertThat(read.validate().getEntries()).isEmpty();
  }

  @Test
  void anEventThatWasWrittenThroughTheApiComesBackFromItsExport() {
    Event written =
        events.add(
            calendar,
            new EventDraft(
                "Semi; colon, comma \\ and\nnew line",
                "2026-12-01T09:00:00+05:30",
                "2026-12-01T10:00:00+05:30",
                false,
                "Here",
                "Bäume",
                "FREQ=DAILY;COUNT=3"));
    String copy = demo.empty();

    events.importIcs(copy, events.exportIcs(calendar).getBytes(StandardCharsets.UTF_8));

    assertThat(events.between(copy, Window.OPEN).events())
        .singleElement()
        .usingRecursiveComparison()
        .ignoringFields("id")
        .isEqualTo(written);
  }

  @Test
  void aChangeOfTimesIsExported() {
    events.importIcs(calendar, varied());
    String id =
        events.between(calendar, Window.of("2026-12-24", "2026-12-25")).events().stream()
            .filter(Event::allDay)
            .findFirst()
            .orElseThrow()
            .id();

    events.patch(
        calendar,
        id,
        Map.of("allDay", false, "start", "2026-12-24T08:00:00Z", "end", "2026-12-24T09:00:00Z"));

    assertThat(events.exportIcs(calendar))
        .contains("DTSTART:20261224T080000Z\r\nDTEND:20261224T090000Z\r\n")
        .doesNotContain("VALUE=DATE")
        .contains("TRANSP:TRANSPARENT");
  }

  @Test
  void aCalendarThatDoesNotExistCannotBeExported() {
    assertThatExceptionOfType(NoSuchCalendar.class).isThrownBy(() -> events.exportIcs("no-such"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "Europe/London",
        "Europe/Istanbul",
        "America/New_York",
        "America/Santiago",
        "America/Sao_Paulo",
        "Australia/Sydney",
        "Asia/Kolkata",
        "Asia/Jerusalem",
        "Africa/Cairo",
        "Pacific/Auckland",
        "UTC",
        "UTC+05:30"
      })
  void aZoneIsDefinedAsItReallyIs(String name) throws Exception {
    ZoneId zone = ZoneId.of(name);
    Stream<String> file =
        Stream.of(
                Stream.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//Test//EN"),
                IcsZoneText.lines(zone, 2010),
                Stream.of("END:VCALENDAR"))
            .flatMap(all -> all);
    net.fortuna.ical4j.model.Calendar read =
        new CalendarBuilder().build(new StringReader(IcsText.folded(file)));
    VTimeZone definition = read.<VTimeZone>getComponent("VTIMEZONE").orElseThrow();
    TimeZone clock = new TimeZone(definition);

    Instant start = Instant.parse("2010-01-02T12:30:00Z");
    // That reader is some hours off on the very day of a change, so that day is left out.
    Duration day = Duration.ofDays(1);
    assertThat(
            IntStream.range(0, 2_000)
                .mapToObj(i -> start.plus(Duration.ofHours(i * 100L)))
                .filter(at -> offset(zone, at.minus(day)) == offset(zone, at.plus(day))))
        .hasSizeGreaterThan(1_500)
        .allMatch(at -> clock.getOffset(at.toEpochMilli()) / 1000 == offset(zone, at));
  }

  private static int offset(ZoneId zone, Instant at) {
    return zone.getRules().getOffset(at).getTotalSeconds();
  }
}
