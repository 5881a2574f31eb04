package dev.gatehouse.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StatusWordsTest {
  private final StatusWords words = new StatusWords();

  @Test
  void whatWasJustDoneGivesWayToHowTheLastRequestWent() {
    words.lasting("round trip 3 ms");
    words.passing("Copied");
    assertThat(words.shown().get()).isEqualTo("Copied");

    words.pass();

    assertThat(words.shown().get()).isEqualTo("round trip 3 ms");
  }

  @Test
  void beforeAnyRequestItJustGoesAway() {
    words.passing("Copied");

    words.pass();

    assertThat(words.shown().get()).isEmpty();
  }
}
