package dev.gatehouse.server.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The demo calendars in a database of their own, at a time that stands still. */
final class DemoCalendars implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  static final String ALICES = "alice-work";

  private final Handle open;
  private final Calendars calendars;
  private final CalendarSeed seed;

  DemoCalendars() {
    // The database lives as long as one connection to it is open.
    Jdbi jdbi = Jdbi.create("jdbc:h2:mem:" + UUID.randomUUID());
    this.open = jdbi.open();
    this.calendars = new Calendars(jdbi, CLOCK);
    this.seed = CalendarSeed.plant(calendars, CLOCK);
  }

  Calendars calendars() {
    return calendars;
  }

  CalendarEvents events() {
    return calendars.events();
  }

  CalendarSeed seed() {
    return seed;
  }

  /** A new, empty calendar of Alice's. */
  String empty() {
    return calendars.create("alice", new CalendarDraft("Empty", null, null)).id();
  }

  @Override
  public void close() {
    open.close();
  }
}
