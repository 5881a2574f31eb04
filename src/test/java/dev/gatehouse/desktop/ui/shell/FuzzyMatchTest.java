package dev.gatehouse.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FuzzyMatchTest {
  @Test
  void lettersInTheirOrderFit() {
    assertThat(FuzzyMatch.score("opsv", "Open Server")).isPresent();
    assertThat(FuzzyMatch.score("vspo", "Open Server")).isEmpty();
  }

  @Test
  void noLettersFitEverything() {
    assertThat(FuzzyMatch.score("", "anything")).isPresent();
  }

  @Test
  void beginningsOfWordsCountForMore() {
    assertThat(FuzzyMatch.score("dt", "Dark theme").getAsInt())
        .isGreaterThan(FuzzyMatch.score("dt", "Would it").getAsInt());
  }

  @Test
  void lettersThatStandCloseTogetherCountForMore() {
    assertThat(FuzzyMatch.score("trfc", "Open Traffic").getAsInt())
        .isGreaterThan(FuzzyMatch.score("trfc", "Is the answer fit for scale").getAsInt());
  }

  @Test
  void aWholeWordCountsForMoreThanItsLettersScattered() {
    assertThat(FuzzyMatch.score("none", "accept-alg-none").getAsInt())
        .isGreaterThan(FuzzyMatch.score("none", "no one, else").getAsInt());
  }
}
