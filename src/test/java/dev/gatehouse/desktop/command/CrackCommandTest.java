package dev.gatehouse.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cracking on the command line. */
final class CrackCommandTest {
  /** Signed with {@code letmein}. */
  private static final String WEAK =
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkYXZlIn0.xEbM2kIUVbEYfLO5wNAKM5cgcFxmbz6pOIjFbNlxI-M";

  /** Signed with 32 random characters. */
  private static final String STRONG =
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkYXZlIn0.OCV7-181fo6a6mdr0jyFWdnGm4RwKO_oPYfxVcCmR5Y";

  @TempDir private Path folder;

  @Test
  void aCommonSecretIsFoundWithTheListThatComesWithIt() {
    Terminal.Outcome outcome = Terminal.type("crack", WEAK);

    assertThat(outcome.code()).isZero();
    assertThat(outcome.results())
        .startsWith("{\"secret\":\"letmein\",\"tried\":")
        .contains("\"of\":30000");
    assertThat(outcome.messages()).isEmpty();
  }

  @Test
  void aSecretThatIsNoWordOfTheListIsNotFound() {
    Terminal.Outcome outcome = Terminal.type("crack", STRONG);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.results()).startsWith("{\"secret\":null,\"tried\":30000,\"of\":30000");
  }

  @Test
  void theTokenMayComeOnStandardInput() {
    assertThat(Terminal.typeWithInput(WEAK + "\n", "crack", "-").code()).isZero();
  }

  @Test
  void nothingOnStandardInputIsWrongUsage() {
    assertThat(Terminal.typeWithInput("", "crack", "-").code()).isEqualTo(2);
  }

  @Test
  void wordsOfOnesOwnAreTried() throws IOException {
    Path words = Files.writeString(folder.resolve("words"), "one\nletmein\nthree\n");

    Terminal.Outcome outcome = Terminal.type("crack", "--words", words.toString(), WEAK);

    assertThat(outcome.code()).isZero();
    assertThat(outcome.results()).contains("\"of\":3");
  }

  @Test
  void aStoredHashIsCrackedToo() {
    // SHA-256 of "letmein"
    String hash = "1c8bfe8f801d79745c4631d09fff36c82aa37fc4cce4fc946683d7b336b63032";

    assertThat(Terminal.type("crack", hash).results()).contains("\"secret\":\"letmein\"");
  }
}
