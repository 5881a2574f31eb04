package dev.gatehouse.server.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The demo people's calendars, with events that lie ahead whenever the server is started. */
public final class CalendarSeed {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final String ALICES = "alice-work";
  private static final String BOBS = "bob-work";
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final Calendars calendars;
  private final Clock clock;

  private CalendarSeed(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * Adds the demo calendars, unless the database has calendars already; then it is left as it is.
   */
  public static CalendarSeed plant(Calendars calendars, Clock clock) {
    CalendarSeed seed = new CalendarSeed(calendars, clock);
    if (calendars.isEmpty()) {
      seed.sow();
    }
    return seed;
  }

  /** Deletes every calendar and puts the demo calendars back, with events that lie ahead of now. */
  public void reset() {
    calendars.clear();
    sow();
  }

  private void sow() {
    calendars.add(
        new Calendar(
            ALICES, "alice", "Alice at work", "What fills Alice's working days", "#3b6fd4"));
    calendars.add(
        new Calendar(BOBS, "bob", "Bob at work", "What fills Bob's working days", "#2e8b57"));
    calendars.share(ALICES, new Sharing("bob", Access.READER));
    calendars.share(ALICES, new Sharing("carol", Access.FREE_BUSY));
    Map<String, EventDraft> alices = new LinkedHashMap<>();
    alicesMeetings(alices);
    alicesOwnAffairs(alices);
    calendars.events().addAll(ALICES, alices, ZONE);
    Map<String, EventDraft> bobs = new LinkedHashMap<>();
    bobsWork(bobs);
    calendars.events().addAll(BOBS, bobs, ZONE);
  }

  private void alicesMeetings(Map<String, EventDraft> events) {
    LocalDate monday = today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    recurring(
        events,
        "standup",
        "Stand-up",
        monday,
        "09:15",
        "09:30",
        "Room Ada",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    recurring(
        events,
        "one-on-one",
        "One-on-one with Bob",
        workday(2),
        "14:00",
        "14:30",
        "Room Grace",
        "FREQ=WEEKLY;INTERVAL=2");
    recurring(
        events,
        "all-hands",
        "All hands",
        workday(3),
        "16:00",
        "17:00",
        "Auditorium",
        "FREQ=WEEKLY;INTERVAL=4;COUNT=12");
    single(
        events,
        "sprint-planning",
        "Sprint planning",
        1,
        "10:00",
        "11:30",
        "Room Ada",
        "Bring the estimates.");
    single(
        events,
        "release",
        "Release of version 2.4",
        4,
        "11:00",
        "12:00",
        "Online",
        "Watch the dashboards for an hour.");
    single(events, "retrospective", "Retrospective", 5, "15:00", "16:00", "Room Ada", "");
    single(
        events,
        "budget",
        "Budget for next year",
        6,
        "13:00",
        "14:30",
        "Room Linus",
        "Confidential until the board has met.");
    single(
        events,
        "customer-visit",
        "Visit to Nordwind GmbH",
        8,
        "09:00",
        "16:00",
        "Hamburg",
        "Train at 06:36, seat 61.");
  }

  private void alicesOwnAffairs(Map<String, EventDraft> events) {
    single(
        events,
        "dentist",
        "Dentist",
        2,
        "08:00",
        "08:45",
        "Dr. Sommer, Lindenstr. 4",
        "Root canal, second visit.");
    single(
        events,
        "job-interview",
        "Interview: backend engineer",
        3,
        "10:30",
        "11:30",
        "Room Grace",
        "Third round. Salary expectation is in the file.");
    single(
        events,
        "salary-review",
        "Salary review",
        7,
        "11:00",
        "11:30",
        "Room Linus",
        "Ask for the raise this time.");
    LocalDate first = workday(10);
    events.put(
        "holiday",
        new EventDraft(
            "Holiday", first.toString(), first.plusDays(5).toString(), true, "Lisbon", "", null));
  }

  private void bobsWork(Map<String, EventDraft> events) {
    single(events, "bob-focus-time", "Focus time", 1, "09:30", "12:00", "", "No meetings, please.");
    single(
        events, "bob-code-review", "Code review with Dana", 2, "10:00", "11:00", "Room Grace", "");
    single(events, "bob-on-call", "Hand-over of on-call duty", 5, "12:00", "12:30", "Online", "");
    single(
        events,
        "bob-conference",
        "Talk at the Java user group",
        9,
        "18:30",
        "20:00",
        "City library",
        "");
  }

  private void single(
      Map<String, EventDraft> events,
      String id,
      String title,
      int workdays,
      String from,
      String to,
      String location,
      String description) {
    LocalDate day = workday(workdays);
    events.put(
        id, new EventDraft(title, at(day, from), at(day, to), false, location, description, null));
  }

  private void recurring(
      Map<String, EventDraft> events,
      String id,
      String title,
      LocalDate day,
      String from,
      String to,
      String location,
      String rule) {
    events.put(id, new EventDraft(title, at(day, from), at(day, to), false, location, "", rule));
  }

  private static String at(LocalDate day, String time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        day.atTime(LocalTime.parse(time)).atZone(ZONE));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  /** The day that is so many working days from now. */
  private LocalDate workday(int ahead) {
    LocalDate day = today();
    for (int left = ahead; left > 0; ) {
      day = day.plusDays(1);
      left -= WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1;
    }
    return day;
  }
}
