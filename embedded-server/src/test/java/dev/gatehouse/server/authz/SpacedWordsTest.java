package dev.gatehouse.server.authz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpacedWordsTest {
  @Test
  void eachWordCountsOnceHoweverManySpacesThereAre() {
    assertThat(SpacedWords.in(" me:read  events:read me:read "))
        .containsExactly("events:read", "me:read");
  }

  @Test
  void whereNothingOrOnlySpacesAreWrittenThereIsNoWord() {
    assertThat(SpacedWords.in("")).isEmpty();
    assertThat(SpacedWords.in("   ")).isEmpty();
  }
}
