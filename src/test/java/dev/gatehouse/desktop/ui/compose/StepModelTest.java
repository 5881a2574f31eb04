package dev.gatehouse.desktop.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.NextStep;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A request waits until somebody lets it go; here the test is the screen. */
final class StepModelTest {
  private static final NextStep STEP =
      new NextStep(
          "log in",
          Between.CALL,
          new Draft("GET", "http://127.0.0.1/me", List.of(), new byte[0]),
          List.of());

  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final StepModel model = new StepModel(screen::add);

  private CompletableFuture<Draft> asked(DraftReview review) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return review.review(STEP);
          } catch (InterruptedException cancelled) {
            throw new IllegalStateException(cancelled);
          }
        });
  }

  private void untilShown() throws InterruptedException {
    Runnable next = screen.poll(20, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    next.run();
  }

  @Test
  void whatIsEditedIsWhatGoes() throws Exception {
    model.onProperty().set(true);
    CompletableFuture<Draft> sent = asked(model.begin());
    untilShown();
    assertThat(model.textProperty().get()).isEqualTo("GET http://127.0.0.1/me");

    model.textProperty().set("DELETE http://127.0.0.1/me");
    model.send();

    assertThat(sent.get(20, TimeUnit.SECONDS).method()).isEqualTo("DELETE");
    untilShown();
    assertThat(model.waitingProperty().get()).isNull();
  }

  @Test
  void whatCannotBeReadStays() throws Exception {
    model.onProperty().set(true);
    CompletableFuture<Draft> sent = asked(model.begin());
    untilShown();

    model.textProperty().set("nothing");
    model.send();

    assertThat(model.problemProperty().get()).contains("first line");
    assertThat(sent).isNotDone();
    model.textProperty().set("GET http://127.0.0.1/me");
    model.send();
    assertThat(sent.get(20, TimeUnit.SECONDS)).isEqualTo(STEP.draft());
  }

  @Test
  void afterRunToTheEndNothingIsAskedAnyMore() throws Exception {
    model.onProperty().set(true);
    DraftReview review = model.begin();
    CompletableFuture<Draft> sent = asked(review);
    untilShown();

    model.runToTheEnd();

    assertThat(sent.get(20, TimeUnit.SECONDS)).isEqualTo(STEP.draft());
    assertThat(review.review(STEP)).isEqualTo(STEP.draft());
  }

  @Test
  void withoutItNothingWaits() throws Exception {
    assertThat(model.begin().review(STEP)).isEqualTo(STEP.draft());
  }
}
