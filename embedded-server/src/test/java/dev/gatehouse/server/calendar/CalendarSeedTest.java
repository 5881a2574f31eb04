package dev.gatehouse.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo calendars. */
final class CalendarSeedTest {
  private DemoCalendars demo;

  @BeforeEach
  void open() {
    demo = new DemoCalendars();
  }

  @AfterEach
  void close() {
    demo.close();
  }

  @Test
  void aliceHasADozenEventsSomeOfThemRecurringAndOneAllDay() {
    assertThat(demo.events().between("alice-work", Window.OPEN).events())
        .hasSizeGreaterThanOrEqualTo(12)
        .anyMatch(event -> event.recurrence() != null)
        .anyMatch(Event::allDay);
  }

  @Test
  void bothCalendarsHaveEventsInTheComingWeek() {
    Window week =
        new Window(
            DemoCalendars.CLOCK.instant(), DemoCalendars.CLOCK.instant().plus(Duration.ofDays(7)));

    assertThat(demo.events().between("alice-work", week).events()).isNotEmpty();
    assertThat(demo.events().between("bob-work", week).events()).isNotEmpty();
  }

  @Test
  void aDatabaseThatHasCalendarsIsLeftAsItIs() {
    demo.calendars().delete("bob-work");

    CalendarSeed.plant(demo.calendars(), DemoCalendars.CLOCK);

    assertThat(demo.calendars().find("bob-work")).isEmpty();
  }

  @Test
  void aResetPutsEverythingBack() {
    String added = demo.empty();
    demo.events().patch("alice-work", "dentist", Map.of("title", "Changed"));
    demo.calendars().unshare("alice-work", "bob");
    demo.calendars().delete("bob-work");

    demo.seed().reset();

    assertThat(demo.calendars().find(added)).isEmpty();
    assertThat(demo.events().find("alice-work", "dentist"))
        .hasValueSatisfying(event -> assertThat(event.title()).isEqualTo("Dentist"));
    assertThat(demo.calendars().visibleTo("bob"))
        .extracting(visible -> visible.calendar().id())
        .containsExactly("bob-work", "alice-work");
  }
}
