package dev.gatehouse.server.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The demo people's calendars, with events that lie ahead whenever the server is started. */
public final class CalendarSeed {
  private final Calendars calendars;
  private final Clock clock;

  private CalendarSeed(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Adds the demo calendars, unless the database has calendars already. */
  public static CalendarSeed plant(Calendars calendars, Clock clock) {
    CalendarSeed seed = new CalendarSeed(calendars, clock);
    if (calendars.isEmpty()) {
      seed.sow();
    }
    return seed;
  }

  /** Deletes every calendar and puts the demo calendars back. */
  public void reset() {
    calendars.clear();
    sow();
  }

  private void sow() {
    calendars.add(new Calendar("alice-work", "alice", "Work", "Alice's working days", "#3366cc"));
    calendars.add(new Calendar("bob-work", "bob", "Bob's work", "", "#2e7d32"));
    calendars.share("alice-work", new Sharing("bob", Access.READER));
    calendars.share("alice-work", new Sharing("carol", Access.FREE_BUSY));
    Instant start = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(33, ChronoUnit.HOURS);
    calendars
        .events()
        .add(
            "alice-work",
            "standup",
            new EventDraft(
                "Stand-up",
                start.toString(),
                start.plus(15, ChronoUnit.MINUTES).toString(),
                false,
                "",
                "",
                null),
            null);
  }
}
