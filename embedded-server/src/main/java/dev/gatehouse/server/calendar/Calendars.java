package dev.gatehouse.server.calendar;

import dev.gatehouse.server.authz.Relation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Calendars, and with whom they are shared. It makes its own tables. Nothing here asks who is
 * calling: what a calendar is to somebody is answered by {@link #relation}, and what follows from
 * that is decided elsewhere. Safe for use by many threads.
 */
public final class Calendars {
  private static final int ID_LENGTH = 16;

  private final Jdbi jdbi;
  private final CalendarTable table;
  private final SharingTable sharing;
  private final CalendarEvents events;

  /**
   * Calendars in this database.
   *
   * @param clock the time at which changes are noted
   */
  public Calendars(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.table = new CalendarTable(jdbi);
    this.sharing = new SharingTable(jdbi);
    this.events = new CalendarEvents(jdbi, table, clock);
  }

  /** The events in them. */
  public CalendarEvents events() {
    return events;
  }

  /** Every calendar that this person may know of, their own first, then by name. */
  public List<VisibleCalendar> visibleTo(String personId) {
    return table.visibleTo(personId);
  }

  /** The calendar of this identifier. */
  public Optional<Calendar> find(String calendarId) {
    return table.find(calendarId);
  }

  /** What this calendar is to this person; nothing if it does not exist. */
  public Relation relation(String personId, String calendarId) {
    return table.relation(personId, calendarId);
  }

  /**
   * Makes a calendar.
   *
   * @throws InvalidInput if a value cannot be
   * @throws LimitReached if the person has too many
   */
  public Calendar create(String owner, CalendarDraft draft) {
    Calendar calendar = Values.calendar(Identifiers.random(ID_LENGTH), owner, draft);
    jdbi.useTransaction(
        handle -> {
          table.add(handle, calendar);
          if (table.ownedBy(handle, owner) > Limits.CALENDARS) {
            throw new LimitReached("one person can have " + Limits.CALENDARS + " calendars");
          }
        });
    return calendar;
  }

  /**
   * Changes what is said about a calendar.
   *
   * @return the calendar as it is now; nothing if it does not exist
   * @throws InvalidInput if a value cannot be
   */
  public Optional<Calendar> change(String calendarId, CalendarChange change) {
    return jdbi.inTransaction(
        handle -> {
          // Two changes at once must not undo each other.
          Optional<Calendar> changed =
              table
                  .findToChange(handle, calendarId)
                  .map(calendar -> Values.changed(calendar, change));
          changed.ifPresent(
              calendar -> {
                table.update(handle, calendar);
                sharing.remove(handle, calendarId, calendar.owner());
              });
          return changed;
        });
  }

  /** Deletes a calendar with everything in it. Says whether it was there. */
  public boolean delete(String calendarId) {
    return table.delete(calendarId);
  }

  /** With whom it is shared, by name. */
  public List<Sharing> sharing(String calendarId) {
    return sharing.all(calendarId);
  }

  /** What it is shared for with this person, if it is. */
  public Optional<Sharing> sharing(String calendarId, String personId) {
    return sharing.find(calendarId, personId);
  }

  /**
   * Shares a calendar with somebody, or changes for what. Whether there is such a person is not
   * known here.
   *
   * @throws NoSuchCalendar if it does not exist
   * @throws InvalidInput if the person is its owner
   * @throws LimitReached if it is shared with too many
   */
  public void share(String calendarId, Sharing with) {
    jdbi.useTransaction(
        handle -> {
          String owner = table.lock(handle, calendarId).owner();
          if (owner.equals(with.person())) {
            throw new InvalidInput("person", "the calendar is their own");
          }
          sharing.put(handle, calendarId, with);
        });
  }

  /** Ends a sharing. Says whether there was one. */
  public boolean unshare(String calendarId, String personId) {
    return jdbi.inTransaction(handle -> sharing.remove(handle, calendarId, personId));
  }

  boolean isEmpty() {
    return table.isEmpty();
  }

  void clear() {
    table.clear();
  }

  /** Adds a calendar as it is. */
  void add(Calendar calendar) {
    jdbi.useTransaction(handle -> table.add(handle, calendar));
  }
}
