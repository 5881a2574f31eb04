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
}
