package dev.gatehouse.desktop.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.ui.explain.Records;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficModelTest {
  private final TrafficModel model = new TrafficModel(3);

  @Test
  void aFilterFindsWordsInPathPersonStatusCheckAndOutcome() {
    model.add(List.of(Records.rejected(), Records.forbidden(), Records.accepted()));

    assertThat(filtered("alice-work")).hasSize(3);
    assertThat(filtered("jwt.signature")).hasSize(1);
    assertThat(filtered("dave 404")).hasSize(1);
    assertThat(filtered("FORBIDDEN")).hasSize(1);
    assertThat(filtered("alice-work dave 200")).isEmpty();
    assertThat(filtered("")).hasSize(3);
  }

  @Test
  void theOldestMakesRoomForTheNewest() {
    ExchangeRecord first = Records.open();
    model.add(List.of(first));
    model.add(List.of(Records.accepted(), Records.rejected(), Records.forbidden()));

    assertThat(model.all()).hasSize(3).doesNotContain(first);
  }

  @Test
  void whilePausedNothingMovesAndNothingIsLost() {
    model.add(List.of(Records.open()));
    model.paused().set(true);

    model.add(List.of(Records.rejected()));

    assertThat(model.shown()).hasSize(1);
    assertThat(model.holding().get()).isEqualTo(1);

    model.paused().set(false);

    assertThat(model.shown()).hasSize(2);
    assertThat(model.holding().get()).isZero();
  }

  @Test
  void aFloodIsHandedOverInOneBatch() {
    Deque<Runnable> later = new ArrayDeque<>();
    List<List<ExchangeRecord>> batches = new ArrayList<>();
    TrafficFeed feed = new TrafficFeed(1_000, later::add, batches::add);

    for (int i = 0; i < 2_000; i++) {
      feed.accept(Records.open());
    }

    assertThat(later).hasSize(1);
    later.remove().run();
    assertThat(batches).hasSize(1);
    assertThat(batches.get(0)).hasSize(1_000);
  }

  @Test
  void aClosedFeedGathersAndGivesAllOnceItIsOpened() {
    List<List<ExchangeRecord>> batches = new ArrayList<>();
    TrafficFeed feed = new TrafficFeed(10, Runnable::run, batches::add);
    feed.open(false);

    feed.accept(Records.open());
    assertThat(batches).isEmpty();
    feed.open(true);

    assertThat(batches).hasSize(1);
  }

  @Test
  void anExchangeThatShowsAlreadyDoesNotComeASecondTime() {
    List<List<ExchangeRecord>> batches = new ArrayList<>();
    TrafficFeed feed = new TrafficFeed(10, Runnable::run, batches::add);
    feed.open(false);
    feed.accept(Records.open());

    feed.without(List.of(Records.open()));
    feed.accept(Records.open());
    feed.open(true);

    assertThat(batches).isEmpty();
  }

  private List<ExchangeRecord> filtered(String text) {
    model.filter().set(text);
    return List.copyOf(model.shown());
  }
}
