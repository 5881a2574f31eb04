package dev.gatehouse.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When somebody is busy. */
final class FreeBusyTest {
  private static final Window DECEMBER = Window.of("2026-12-01", "2027-01-01");

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

  private void busy(String start, String end) {
    events.add(calendar, new EventDraft("Secret", start, end, null, null, null, null));
  }

  @Test
  void whatOverlapsOrTouchesIsOnePeriod() {
    busy("2026-12-01T09:00:00Z", "2026-12-01T11:00:00Z");
    busy("2026-12-01T10:00:00Z", "2026-12-01T10:30:00Z");
    busy("2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z");
    busy("2026-12-01T15:00:00+01:00", "2026-12-01T16:00:00+01:00");

    assertThat(events.freeBusy(calendar, DECEMBER))
        .containsExactly(
            new BusyPeriod("2026-12-01T09:00:00Z", "2026-12-01T12:00:00Z"),
            new BusyPeriod("2026-12-01T14:00:00Z", "2026-12-01T15:00:00Z"));
  }

  @Test
  void aPeriodIsCutWhereTheWindowEnds() {
    busy("2026-11-30T12:00:00Z", "2026-12-02T12:00:00Z");

    assertThat(events.freeBusy(calendar, Window.of("2026-12-01", "2026-12-02")))
        .containsExactly(new BusyPeriod("2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z"));
  }

  @Test
  void cancelledAndTransparentEventsDoNotCount() {
    events.importIcs(
        calendar,
        Ics.calendar(
            Ics.event("1", "DTSTART:20261201T090000Z", "DURATION:PT1H", "STATUS:CANCELLED"),
            Ics.event("2", "DTSTART:20261202T090000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
            Ics.event("3", "DTSTART:20261203T090000Z", "DURATION:PT1H", "TRANSP:OPAQUE")));

    assertThat(events.freeBusy(calendar, DECEMBER))
        .containsExactly(new BusyPeriod("2026-12-03T09:00:00Z", "2026-12-03T10:00:00Z"));
  }

  @Test
  void whatTakesNoTimeDoesNotMakeBusy() {
    busy("2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z");

    assertThat(events.freeBusy(calendar, DECEMBER)).isEmpty();
  }

  @Test
  void withoutAWindowTheNextFourWeeksAreGiven() {
    busy("2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z");
    busy("2026-11-25T09:00:00Z", "2026-11-25T10:00:00Z");
    busy("2026-12-25T09:00:00Z", "2026-12-25T10:00:00Z");

    assertThat(events.freeBusy(calendar, Window.OPEN))
        .containsExactly(new BusyPeriod("2026-11-25T09:00:00Z", "2026-11-25T10:00:00Z"));
  }

  @Test
  void noMoreThanAYearIsGiven() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> events.freeBusy(calendar, Window.of("2026-01-01", "2028-01-01")));
  }
}
