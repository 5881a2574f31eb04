package dev.gatehouse.desktop.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is computed in the background, the latest alone. */
final class LatestTest {
  @Test
  void whatFailsDoesNotStopWhatComesAfterIt() {
    List<String> received = new ArrayList<>();
    Latest<String> latest = new Latest<>(Runnable::run, Runnable::run, received::add);
    assertThatThrownBy(
            () ->
                latest.ask(
                    () -> {
                      throw new IllegalStateException("a mistake");
                    }))
        .isInstanceOf(IllegalStateException.class);

    latest.ask(() -> "the next");

    assertThat(received).containsExactly("the next");
  }

  @Test
  void whatIsToBeDoneAfterwardsWaitsForTheLatest() {
    List<Runnable> background = new ArrayList<>();
    List<String> said = new ArrayList<>();
    Latest<String> latest = new Latest<>(background::add, Runnable::run, said::add);
    latest.ask(() -> "the first");
    latest.ask(() -> "the latest");

    latest.whenIdle(() -> said.add("afterwards"));
    background.remove(0).run();
    background.remove(0).run();

    assertThat(said).containsExactly("the latest", "afterwards");
  }

  @Test
  void whatIsToBeDoneAfterwardsIsDoneAtOnceIfNothingIsUnderWay() {
    List<String> said = new ArrayList<>();

    new Latest<String>(Runnable::run, Runnable::run, said::add).whenIdle(() -> said.add("done"));

    assertThat(said).containsExactly("done");
  }
}
