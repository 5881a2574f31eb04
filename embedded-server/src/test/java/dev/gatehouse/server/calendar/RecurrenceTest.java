package dev.gatehouse.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When recurring events take place. */
final class RecurrenceTest {
  private static final String BERLIN = ";TZID=Europe/Berlin:";

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

  private void imported(String... lines) {
    events.importIcs(calendar, Ics.calendar(Ics.event("series", lines)));
  }

  private List<String> starts(String from, String to) {
    return events.between(calendar, Window.of(from, to)).events().stream()
        .map(Event::start)
        .toList();
  }

  private Event weekly(String rule) {
    return events.add(
        calendar,
        new EventDraft(
            "Choir", "2026-01-07T19:00:00Z", "2026-01-07T20:00:00Z", null, null, null, rule));
  }

  @Test
  void aWeeklyMeetingInBerlinStaysAtNineOClockWhenTheClocksChange() {
    imported(
        "SUMMARY:Jour fixe",
        "DTSTART" + BERLIN + "20260323T090000",
        "DTEND" + BERLIN + "20260323T100000",
        "RRULE:FREQ=WEEKLY");

    assertThat(starts("2026-03-01", "2026-04-07"))
        .containsExactly(
            "2026-03-23T09:00:00+01:00", "2026-03-30T09:00:00+02:00", "2026-04-06T09:00:00+02:00");
  }

  @Test
  void aTimeThatIsSkippedInSpringCountsByTheOffsetBefore() {
    imported("DTSTART" + BERLIN + "20260328T023000", "DURATION:PT15M", "RRULE:FREQ=DAILY;COUNT=3");

    assertThat(starts("2026-03-01", "2026-04-07"))
        .containsExactly(
            "2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00", "2026-03-30T02:30:00+02:00");
  }

  @Test
  void aTimeThatComesTwiceInAutumnCountsTheFirstTime() {
    imported("DTSTART" + BERLIN + "20261024T023000", "DURATION:PT15M", "RRULE:FREQ=DAILY;COUNT=2");

    assertThat(starts("2026-10-01", "2026-11-01"))
        .containsExactly("2026-10-24T02:30:00+02:00", "2026-10-25T02:30:00+02:00");
  }

  @Test
  void aBirthdayIsOnItsDateEveryYear() {
    imported("SUMMARY:Ada", "DTSTART;VALUE=DATE:18151210", "RRULE:FREQ=YEARLY");

    assertThat(starts("2026-01-01", "2028-01-01"))
        .containsExactly("2026-12-10T00:00:00Z", "2027-12-10T00:00:00Z");
  }

  @Test
  void exceptedDatesAreLeftOut() {
    imported(
        "DTSTART" + BERLIN + "20260105T090000",
        "DURATION:PT1H",
        "RRULE:FREQ=DAILY;COUNT=4",
        "EXDATE" + BERLIN + "20260106T090000",
        "EXDATE:20260107T080000Z");

    assertThat(starts("2026-01-01", "2026-02-01"))
        .containsExactly("2026-01-05T09:00:00+01:00", "2026-01-08T09:00:00+01:00");
  }

  @Test
  void furtherDatesAreAdded() {
    imported(
        "DTSTART:20260105T090000Z",
        "DURATION:PT1H",
        "RDATE:20260110T120000Z,20260112T120000Z",
        "RDATE;VALUE=PERIOD:20260114T120000Z/PT2H");

    assertThat(starts("2026-01-01", "2026-02-01"))
        .containsExactly(
            "2026-01-05T09:00:00Z",
            "2026-01-10T12:00:00Z",
            "2026-01-12T12:00:00Z",
            "2026-01-14T12:00:00Z");
  }

  @Test
  void anOccurrenceThatDiffersReplacesTheOneItIsFor() {
    events.importIcs(
        calendar,
        Ics.calendar(
            Ics.event(
                "series",
                "SUMMARY:Class",
                "DTSTART" + BERLIN + "20260105T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=3"),
            Ics.event(
                "series",
                "SUMMARY:Class in the garden",
                "RECURRENCE-ID" + BERLIN + "20260106T090000",
                "DTSTART" + BERLIN + "20260109T140000",
                "DURATION:PT2H"),
            Ics.event(
                "series",
                "STATUS:CANCELLED",
                "RECURRENCE-ID:20260107T080000Z",
                "DTSTART" + BERLIN + "20260107T090000",
                "DURATION:PT1H")));

    assertThat(events.between(calendar, Window.of("2026-01-01", "2026-02-01")).events())
        .extracting(event -> event.start() + " " + event.title())
        .containsExactly(
            "2026-01-05T09:00:00+01:00 Class", "2026-01-09T14:00:00+01:00 Class in the garden");
    assertThat(starts("2026-01-09", "2026-01-10")).hasSize(1);
  }

  @Test
  void oneOccurrenceOfSomebodyElsesSeriesIsAnEvent() {
    imported("SUMMARY:Invited once", "RECURRENCE-ID:20260106T090000Z", "DTSTART:20260106T100000Z");

    assertThat(starts("2026-01-01", "2026-02-01")).containsExactly("2026-01-06T10:00:00Z");
  }

  @Test
  void anEndByDateIncludesThatDay() {
    weekly("FREQ=WEEKLY;UNTIL=20260121");

    assertThat(starts("2026-01-01", "2027-01-01"))
        .containsExactly("2026-01-07T19:00:00Z", "2026-01-14T19:00:00Z", "2026-01-21T19:00:00Z");
  }

  @Test
  void anEndByTimeIncludesThatTime() {
    weekly("FREQ=WEEKLY;UNTIL=20260114T190000Z");

    assertThat(starts("2026-01-01", "2027-01-01")).hasSize(2);
  }

  @Test
  void aNumberOfOccurrencesIsCountedFromTheFirst() {
    weekly("FREQ=WEEKLY;COUNT=3");

    assertThat(starts("2026-01-10", "2027-01-01"))
        .containsExactly("2026-01-14T19:00:00Z", "2026-01-21T19:00:00Z");
  }

  @Test
  void theLastWorkdayOfEachMonthIsFound() {
    imported(
        "DTSTART:20260130T170000Z",
        "DURATION:PT1H",
        "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");

    assertThat(starts("2026-02-01", "2026-06-01"))
        .containsExactly(
            "2026-02-27T17:00:00Z",
            "2026-03-31T17:00:00Z",
            "2026-04-30T17:00:00Z",
            "2026-05-29T17:00:00Z");
  }

  @Test
  void withoutAWindowTheSeriesIsListedOnceAsItWasWritten() {
    weekly("FREQ=WEEKLY");

    assertThat(events.between(calendar, Window.OPEN).events())
        .extracting(Event::start, Event::recurrence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2026-01-07T19:00:00Z", "FREQ=WEEKLY"));
  }

  @Test
  void aSeriesWithoutEndIsListedUpToTheLimit() {
    weekly("FREQ=DAILY");

    EventListing listing = events.between(calendar, Window.of("2026-01-01", null));

    assertThat(listing.events()).hasSize(Limits.OCCURRENCES);
    assertThat(listing.complete()).isFalse();
  }

  @Test
  void anEventForEverySecondNeitherHangsNorFillsTheMemory() {
    weekly("FREQ=SECONDLY");

    EventListing listing =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> events.between(calendar, Window.of("2998-01-01", "2998-02-01")));

    assertThat(listing.events()).hasSize(Limits.OCCURRENCES);
    assertThatExceptionOfType(LimitReached.class)
        .isThrownBy(() -> events.freeBusy(calendar, Window.of("2998-01-01", "2998-02-01")));
  }

  @Test
  void everyHourOfTheMorningIsAsGoodAsTheseHoursOfEachDay() {
    weekly("FREQ=HOURLY;BYHOUR=9,10;BYDAY=TH");

    assertThat(starts("2026-01-08", "2026-01-16"))
        .containsExactly(
            "2026-01-08T09:00:00Z",
            "2026-01-08T10:00:00Z",
            "2026-01-15T09:00:00Z",
            "2026-01-15T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEEKLY",
        "FREQ=FORTNIGHTLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=2147483648",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;UNTIL=20260230",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;SPEED=HIGH",
        "FREQ=SECONDLY;INTERVAL=60;BYSECOND=5",
        "COUNT=3",
      })
  void aRuleThatCannotBeIsRefused(String rule) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> weekly(rule))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("recurrence"));
  }

  @Test
  void aRuleThatYieldsTooMuchIsRefused() {
    String hours = "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23";

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> weekly("FREQ=YEARLY;BYSETPOS=-1;BYHOUR=" + hours + ";BYMINUTE=" + hours));
  }

  @Test
  void anEventStaysByTheClocksOfItsZoneWhenItsTitleChanges() {
    imported("SUMMARY:Jour fixe", "DTSTART" + BERLIN + "20260323T090000", "RRULE:FREQ=WEEKLY");
    Event series = events.between(calendar, Window.OPEN).events().get(0);

    events.patch(calendar, series.id(), Map.of("title", "Weekly"));

    assertThat(starts("2026-03-30", "2026-04-01")).containsExactly("2026-03-30T09:00:00+02:00");
  }

  @Test
  void exceptionsAreForgottenWhenTheRuleChanges() {
    imported(
        "SUMMARY:Daily",
        "DTSTART:20260105T090000Z",
        "DURATION:PT1H",
        "RRULE:FREQ=DAILY;COUNT=2",
        "EXDATE:20260106T090000Z");
    Event series = events.between(calendar, Window.OPEN).events().get(0);
    assertThat(starts("2026-01-01", "2026-02-01")).hasSize(1);

    events.patch(calendar, series.id(), Map.of("recurrence", "FREQ=DAILY;COUNT=3"));

    assertThat(starts("2026-01-01", "2026-02-01")).hasSize(3);
    assertThat(events.exportIcs(calendar)).doesNotContain("EXDATE");
  }

  @Provide
  Arbitrary<String> rules() {
    Arbitrary<String> frequency =
        Arbitraries.of("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    Arbitrary<String> limit =
        Arbitraries.of(
            "INTERVAL=9999",
            "INTERVAL=7",
            "COUNT=5000",
            "UNTIL=20300101",
            "WKST=SU",
            "BYDAY=MO,-1FR",
            "BYDAY=2TU",
            "BYDAY=SU,SA",
            "BYMONTH=2",
            "BYMONTH=1,12",
            "BYMONTHDAY=30",
            "BYMONTHDAY=-31,29",
            "BYYEARDAY=366,-366",
            "BYWEEKNO=53,-1",
            "BYSETPOS=366",
            "BYSETPOS=-1,1",
            "BYHOUR=0,23",
            "BYMINUTE=59,7",
            "BYSECOND=0,30,59");
    return Combinators.combine(frequency, limit.list().ofMaxSize(5).map(List::stream))
        .as(
            (freq, limits) ->
                "FREQ="
                    + freq
                    + limits.distinct().map(part -> ";" + part).reduce("", String::concat));
  }

  @Property(tries = 400)
  void noRuleHangsOrFails(@ForAll("rules") String rule) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            Span first =
                Span.of(
                    new EventDraft(
                        "x",
                        "1799-01-31T09:00:00Z",
                        "1799-01-31T10:00:00Z",
                        null,
                        null,
                        null,
                        null));
            Instant from = Instant.parse("2026-01-01T00:00:00Z");
            List<Instant> starts =
                RecurrenceRule.parse(rule).starts(first, from).limit(500).toList();
            assertThat(starts).allMatch(start -> !start.isBefore(first.start()));
          } catch (InvalidInput refused) {
            assertThat(refused.field()).isEqualTo("recurrence");
          }
        });
  }
}
