package dev.gatehouse.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single events: how they are written, found, changed and refused. */
final class CalendarEventsTest {
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

  private static EventDraft draft(String start, String end, boolean allDay) {
    return new EventDraft("Lunch", start, end, allDay, "Canteen", "Soup", null);
  }

  private Event lunch() {
    return events.add(
        calendar, draft("2026-12-01T12:00:00+01:00", "2026-12-01T13:00:00+01:00", false));
  }

  @Test
  void anEventComesBackAsItWasWritten() {
    Event lunch = lunch();

    assertThat(events.find(calendar, lunch.id()))
        .contains(
            new Event(
                lunch.id(),
                "Lunch",
                "2026-12-01T12:00:00+01:00",
                "2026-12-01T13:00:00+01:00",
                false,
                "Canteen",
                "Soup",
                null));
  }

  @Test
  void anEventIsFoundThroughItsOwnCalendarOnly() {
    assertThat(events.find("bob-work", "standup")).isEmpty();
    assertThat(events.replace("bob-work", "standup", draft("2026-12-01", "2026-12-02", true)))
        .isEmpty();
    assertThat(events.patch("bob-work", "standup", Map.of("title", "Mine"))).isEmpty();
    assertThat(events.delete("bob-work", "standup")).isFalse();
    assertThat(events.find("alice-work", "standup")).isPresent();
    assertThat(events.calendarOf("standup")).contains("alice-work");
    assertThat(events.calendarOf("made-up")).isEmpty();
  }

  @Test
  void anEventThatLastsAllDayIsWrittenAsDatesAndShownAsMidnights() {
    Event trip = events.add(calendar, draft("2026-12-24", "2026-12-26", true));

    assertThat(trip.start()).isEqualTo("2026-12-24T00:00:00Z");
    assertThat(trip.end()).isEqualTo("2026-12-26T00:00:00Z");
    assertThat(trip.allDay()).isTrue();
  }

  @Test
  void aMidnightAnywhereStandsForItsDate() {
    Event trip =
        events.add(calendar, draft("2026-12-24T00:00:00-08:00", "2026-12-25T00:00:00-08:00", true));

    assertThat(trip.start()).isEqualTo("2026-12-24T00:00:00Z");
  }

  @ParameterizedTest(name = "{0} to {1}, all day {2}: {3}")
  @CsvSource({
    ", 2026-12-01T13:00:00Z, false, start",
    "2026-12-01T12:00:00Z, , false, end",
    "noon, 2026-12-01T13:00:00Z, false, start",
    "2026-12-01, 2026-12-02, false, start",
    "2026-12-01T12:00:00, 2026-12-01T13:00:00Z, false, start",
    "2026-02-30T12:00:00Z, 2026-03-01T13:00:00Z, false, start",
    "2026-12-01T14:00:00Z, 2026-12-01T13:00:00Z, false, end",
    "2026-12-01, 2026-12-01, true, end",
    "2026-12-01T12:00:00Z, 2026-12-02, true, start",
    "+999999999-12-31T00:00:00Z, 2026-12-01T13:00:00Z, false, start",
    "0001-01-01T00:00:00Z, 2026-12-01T13:00:00Z, false, start",
  })
  void timesThatCannotBeAreRefusedByName(String start, String end, boolean allDay, String field) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> events.add(calendar, draft(start, end, allDay)))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    assertThat(events.between(calendar, Window.OPEN).events()).isEmpty();
  }

  @Test
  void aTitleIsRequired() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> events.add(calendar, EventDraft.of(Map.of("start", "2026-12-01T12:00:00Z"))))
        .withMessage("title is required");
  }

  @Test
  void textsHaveLimits() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> events.patch("alice-work", "dentist", Map.of("title", "x".repeat(501))))
        .withMessage("title is longer than 500 characters");
  }

  @Test
  void halfACharacterIsRefused() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> events.patch("alice-work", "dentist", Map.of("title", "\ud83d")));
  }

  @Test
  void aMemberOfTheWrongTypeIsRefusedByName() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> EventDraft.of(Map.of("title", 7)))
        .withMessage("title must be a text");
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> EventDraft.of(Map.of("allDay", "yes")))
        .withMessage("allDay must be true or false");
  }

  @Test
  void aPatchLeavesWhatItDoesNotNameAndTakesAwayWhatItSetsToNull() {
    Event lunch = lunch();

    Event patched =
        events
            .patch(calendar, lunch.id(), Collections.singletonMap("location", null))
            .orElseThrow();

    assertThat(patched.location()).isEmpty();
    assertThat(patched.title()).isEqualTo("Lunch");
    assertThat(patched.start()).isEqualTo(lunch.start());
    assertThat(events.find(calendar, lunch.id())).contains(patched);
  }

  @Test
  void aPatchCannotTakeAwayWhatIsRequired() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> events.patch("alice-work", "dentist", Collections.singletonMap("title", null)));
  }

  @Test
  void aDeletedEventIsGone() {
    assertThat(events.delete("alice-work", "dentist")).isTrue();

    assertThat(events.find("alice-work", "dentist")).isEmpty();
    assertThat(events.delete("alice-work", "dentist")).isFalse();
  }

  @Test
  void nothingCanBeAddedToACalendarThatDoesNotExist() {
    assertThatExceptionOfType(NoSuchCalendar.class)
        .isThrownBy(() -> events.add("no-such", draft("2026-12-01", "2026-12-02", true)));
  }

  @Test
  void aWindowShowsWhatReachesIntoIt() {
    lunch();

    assertThat(listed("2026-12-01T11:30:00Z", "2026-12-01T11:40:00Z")).isEqualTo(1);
    assertThat(listed("2026-12-01T12:00:00Z", "2026-12-02T00:00:00Z")).isZero();
    assertThat(listed("2026-11-30T00:00:00Z", "2026-12-01T11:00:00Z")).isZero();
    assertThat(listed("2026-12-01T11:59:59Z", null)).isEqualTo(1);
    assertThat(listed(null, "2026-12-01T11:00:01Z")).isEqualTo(1);
  }

  private int listed(String from, String to) {
    return events.between(calendar, Window.of(from, to)).events().size();
  }

  @Test
  void whatLastsForMonthsIsFoundInTheMiddleOfIt() {
    events.add(calendar, draft("2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z", false));

    assertThat(listed("2026-08-01", "2026-08-02")).isEqualTo(1);
  }

  @Test
  void aPlusThatAUrlTurnedIntoABlankIsStillAnOffset() {
    assertThat(Window.of("2026-12-01T12:00:00 01:00", null))
        .isEqualTo(Window.of("2026-12-01T11:00:00Z", null));
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "yesterday, , from",
    "2026-12-02, 2026-12-01, to",
    "2026-12-01, 2026-12-01, to",
    ", 9999999-01-01T00:00:00Z, to",
  })
  void aWindowThatCannotBeIsRefusedByName(String from, String to, String field) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Window.of(from, to))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
  }
}
