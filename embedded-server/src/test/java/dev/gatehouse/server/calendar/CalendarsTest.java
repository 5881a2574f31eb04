package dev.gatehouse.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.server.authz.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calendars, and with whom they are shared. */
final class CalendarsTest {
  private static final String ALICES = DemoCalendars.ALICES;

  private DemoCalendars demo;
  private Calendars calendars;

  @BeforeEach
  void open() {
    demo = new DemoCalendars();
    calendars = demo.calendars();
  }

  @AfterEach
  void close() {
    demo.close();
  }

  @Test
  void aCalendarIsToEachPersonWhatItWasSharedFor() {
    assertThat(List.of("alice", "bob", "carol", "dave", "admin"))
        .extracting(person -> calendars.relation(person, ALICES))
        .containsExactly(
            Relation.OWNER, Relation.READER, Relation.FREE_BUSY, Relation.NONE, Relation.NONE);
  }

  @Test
  void twoChangesAtOnceDoNotUndoEachOther() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 50; round++) {
        String text = "round " + round;
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<?>> changes = new ArrayList<>();
        for (CalendarChange change :
            List.of(
                new CalendarChange(text, null, null, null),
                new CalendarChange(null, text, null, null))) {
          changes.add(
              both.submit(
                  () -> {
                    together.await();
                    return calendars.change(ALICES, change);
                  }));
        }
        for (Future<?> change : changes) {
          change.get();
        }

        Calendar now = calendars.find(ALICES).orElseThrow();
        assertThat(List.of(now.name(), now.description())).containsExactly(text, text);
      }
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  void aCalendarThatDoesNotExistIsNothingToAnybody() {
    assertThat(calendars.relation("alice", "no-such")).isEqualTo(Relation.NONE);
  }

  @Test
  void bobSeesHisOwnCalendarFirstAndThenWhatWasSharedWithHim() {
    assertThat(calendars.visibleTo("bob"))
        .extracting(visible -> visible.calendar().id() + " " + visible.relation())
        .containsExactly("bob-work OWNER", "alice-work READER");
  }

  @Test
  void daveSeesNoCalendar() {
    assertThat(calendars.visibleTo("dave")).isEmpty();
  }

  @Test
  void aNewCalendarIsItsOwnersAlone() {
    Calendar made = calendars.create("dave", new CalendarDraft("Plans", "Mine", "#112233"));

    assertThat(calendars.find(made.id())).contains(made);
    assertThat(calendars.relation("dave", made.id())).isEqualTo(Relation.OWNER);
    assertThat(calendars.relation("alice", made.id())).isEqualTo(Relation.NONE);
  }

  @Test
  void aChangeLeavesWhatItDoesNotName() {
    calendars.change(ALICES, new CalendarChange("Office", null, null, null));

    Calendar changed = calendars.find(ALICES).orElseThrow();
    assertThat(changed.name()).isEqualTo("Office");
    assertThat(changed.owner()).isEqualTo("alice");
    assertThat(changed.color()).isEqualTo("#3b6fd4");
  }

  @Test
  void aChangeOfOwnerGivesTheCalendarAway() {
    calendars.change(ALICES, new CalendarChange(null, null, null, "bob"));

    assertThat(calendars.relation("bob", ALICES)).isEqualTo(Relation.OWNER);
    assertThat(calendars.relation("alice", ALICES)).isEqualTo(Relation.NONE);
    assertThat(calendars.visibleTo("bob"))
        .extracting(visible -> visible.calendar().id())
        .containsExactlyInAnyOrder("alice-work", "bob-work");
  }

  @Test
  void aDeletedCalendarTakesItsEventsAndSharingsWithIt() {
    assertThat(calendars.delete(ALICES)).isTrue();

    assertThat(calendars.find(ALICES)).isEmpty();
    assertThat(calendars.sharing(ALICES)).isEmpty();
    assertThat(calendars.events().find(ALICES, "standup")).isEmpty();
    assertThat(calendars.delete(ALICES)).isFalse();
  }

  @Test
  void aSharingCanBeWidenedAndEnded() {
    calendars.share(ALICES, new Sharing("carol", Access.WRITER));
    assertThat(calendars.relation("carol", ALICES)).isEqualTo(Relation.WRITER);
    assertThat(calendars.sharing(ALICES, "carol")).contains(new Sharing("carol", Access.WRITER));

    assertThat(calendars.unshare(ALICES, "carol")).isTrue();
    assertThat(calendars.relation("carol", ALICES)).isEqualTo(Relation.NONE);
    assertThat(calendars.unshare(ALICES, "carol")).isFalse();
  }

  @Test
  void nobodySharesACalendarWithItsOwner() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> calendars.share(ALICES, new Sharing("alice", Access.READER)))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("person"));
  }

  @Test
  void aCalendarThatDoesNotExistCannotBeShared() {
    assertThatExceptionOfType(NoSuchCalendar.class)
        .isThrownBy(() -> calendars.share("no-such", new Sharing("bob", Access.READER)));
  }

  @Test
  void aCalendarNeedsAName() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> calendars.create("dave", new CalendarDraft(" ", null, null)))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("name"));
  }

  @Test
  void aColorIsWrittenAsInCss() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> calendars.create("dave", new CalendarDraft("Plans", null, "url(http://x)")))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("color"));
  }

  @Test
  void onePersonCannotHaveCalendarsWithoutEnd() {
    for (int i = 0; i < Limits.CALENDARS; i++) {
      calendars.create("dave", new CalendarDraft("Plans " + i, null, null));
    }

    assertThatExceptionOfType(LimitReached.class)
        .isThrownBy(() -> calendars.create("dave", new CalendarDraft("One more", null, null)));
    assertThat(calendars.visibleTo("dave")).hasSize(Limits.CALENDARS);
  }
}
