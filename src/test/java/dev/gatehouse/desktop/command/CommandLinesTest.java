package dev.gatehouse.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.command.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the command line answers people who ask it for help, and people who mistype. */
final class CommandLinesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "verify --help",
        "token --help",
        "attacks --help",
        "crack --help",
        "lessons --help",
        "lessons check --help",
        "lessons play --help"
      })
  void everyCommandHasHelp(String line) {
    Outcome outcome = Terminal.type(line.split(" "));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.results()).startsWith("Usage: gatehouse").contains("--help");
    assertThat(outcome.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--no-such-option",
        "no-such-command",
        "--port many",
        "--port 65536",
        "--port -1",
        "verify",
        "verify token",
        "verify --jwks",
        "verify --jwks a b c",
        "token",
        "token --issuer https://login.example",
        "token --issuer https://login.example --client-id c --grant password",
        "attacks now",
        "crack",
        "crack no-token",
        "crack --words /no/such/file eyJhbGciOiJIUzI1NiJ9.e30.AA",
        "lessons",
        "lessons sing",
        "lessons check a b",
        "lessons check /no/such/folder",
        "lessons play /no/such/folder"
      })
  void wrongUsageEndsWithTwoAndASentence(String line) {
    Outcome outcome = Terminal.type(line.split(" "));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.results()).isEmpty();
    assertThat(outcome.messages()).isNotBlank().doesNotContain("\tat ", "Exception");
  }

  @Test
  void theHelpListsEveryCommandAndEveryOptionOfTheServer() {
    assertThat(Terminal.type("--help").results())
        .contains("verify", "token", "attacks", "crack", "lessons", "--config-dir")
        .contains("--port", "--https-port", "--host", "--database", "--weak", "--list-weaknesses");
  }

  @Test
  void weaknessesAreListedWithTabs() {
    Outcome outcome = Terminal.type("--list-weaknesses");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines())
        .allMatch(line -> line.split("\t").length == 3)
        .anyMatch(line -> line.startsWith("skip-signature\tjwt.signature\t"));
  }

  @Test
  void theVersionIsPrinted() {
    Outcome outcome = Terminal.type("--version");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.results()).startsWith("gatehouse ");
  }
}
