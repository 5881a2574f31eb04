package dev.gatehouse.server.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How much is kept and given at once, so that nobody can use up the memory. */
public final class Limits {
  /** Calendars of one person. */
  public static final int CALENDARS = 50;

  /** People with whom one calendar is shared. */
  public static final int SHARINGS = 500;

  /** Events in one calendar, a recurring one counted once; also events in one imported file. */
  public static final int EVENTS = 10_000;

  /** Characters of iCalendar text in all events of one calendar. */
  public static final int CHARACTERS = 8_000_000;

  /** Characters of iCalendar text in all calendars of one person. */
  public static final int PERSON_CHARACTERS = 32_000_000;

  /** Characters of iCalendar text in one event with its exceptions. */
  public static final int EVENT_CHARACTERS = 256_000;

  /** Dates added to, or excepted from, a recurring event. */
  public static final int DATES = 2_000;

  /** Characters of a name or a title. */
  public static final int TITLE = 500;

  /** Characters of a location. */
  public static final int LOCATION = 1_000;

  /** Characters of a description. */
  public static final int DESCRIPTION = 20_000;

  /** Characters of a rule of recurrence. */
  public static final int RULE = 500;

  /** Events in one listing. */
  public static final int LISTED = 5_000;

  /** Occurrences of one recurring event in one listing. */
  public static final int OCCURRENCES = 1_000;

  /** Occurrences that are looked at for one answer. */
  static final int LOOKED_AT = 100_000;

  /** How long occurrences are looked at for one answer: some rules are laborious to follow. */
  static final Duration LOOKING = Duration.ofSeconds(5);

  /** Characters of titles, locations and descriptions in one listing. */
  static final int LISTED_CHARACTERS = 8_000_000;

  private Limits() {}

  /** This text, or an empty one for null. */
  static String text(@Nullable String text, String field, int longest) {
    String given = text == null ? "" : text;
    if (given.length() > longest) {
      throw new InvalidInput(field, field + " is longer than " + longest + " characters");
    }
    if (given.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      throw new InvalidInput(field, field + " has a control character in it");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(given)) {
      throw new InvalidInput(field, field + " has half a character in it");
    }
    return given;
  }

  /** This text, which must say something. */
  static String required(@Nullable String text, String field, int longest) {
    if (text == null || text.isBlank()) {
      throw new InvalidInput(field, field + " is required");
    }
    return text(text, field, longest);
  }
}
