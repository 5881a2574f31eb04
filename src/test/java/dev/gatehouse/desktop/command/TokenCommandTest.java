package dev.gatehouse.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.desktop.command.Terminal.Outcome;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.server.DemoPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens are got on the command line, from a real server that is asked like any other. */
final class TokenCommandTest {
  private static OwnServer own;
  private static DemoPerson alice;

  @BeforeAll
  static void start() {
    own = OwnServer.start();
    alice = own.server().people().get(0);
  }

  @AfterAll
  static void close() {
    own.close();
  }

  private static String password() {
    return alice.secret("password").orElseThrow();
  }

  private static String machineSecret() {
    return Objects.requireNonNull(alice.clients().find("machine").orElseThrow().secret());
  }

  private static Outcome token(String... arguments) {
    List<String> all = new ArrayList<>(List.of("token", "--issuer", own.base().toString()));
    all.addAll(List.of(arguments));
    return Terminal.type(all.toArray(String[]::new));
  }

  private static Outcome code(String... more) {
    List<String> all = new ArrayList<>(List.of("--client-id", "desktop", "--username", "alice"));
    all.addAll(List.of("--password", password(), "--scope", "openid events:read"));
    all.addAll(List.of(more));
    return token(all.toArray(String[]::new));
  }

  private static List<JsonNode> lines(Outcome outcome) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : outcome.lines()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private static JsonNode last(Outcome outcome) throws Exception {
    List<JsonNode> lines = lines(outcome);
    return lines.get(lines.size() - 1);
  }

  @Test
  void everyRequestIsALineAndTheTokenIsTheLast() throws Exception {
    Outcome outcome = code();

    assertThat(outcome.code()).isZero();
    assertThat(outcome.messages()).isEmpty();
    List<JsonNode> lines = lines(outcome);
    assertThat(lines.subList(0, lines.size() - 1))
        .extracting(line -> line.path("purpose").asText())
        .startsWith("find the server", "get its keys", "open the page")
        .endsWith("return", "redeem the code");
    assertThat(last(outcome).path("outcome").asText()).isEqualTo("token");
    assertThat(last(outcome).path("claims").path("sub").asText()).isEqualTo("alice");
    assertThat(last(outcome).path("idTokenClaims").path("aud").asText()).isEqualTo("desktop");
  }

  @Test
  void whatSomebodyCouldUseIsCutShortOnTheWay() throws Exception {
    Outcome outcome = code("--refresh");

    String token = last(outcome).path("accessToken").asText();
    String before = String.join("\n", outcome.lines().subList(0, outcome.lines().size() - 1));
    assertThat(token).isNotEmpty();
    assertThat(before).contains("…").doesNotContain(token, password());
  }

  @Test
  void aBoundTokenOpensTheApiWithItsProof() throws Exception {
    Outcome outcome = code("--dpop", "--push", "--call", own.base() + "/me");

    assertThat(outcome.code()).isZero();
    assertThat(last(outcome).path("tokenType").asText()).isEqualTo("DPoP");
    assertThat(lines(outcome))
        .extracting(line -> line.path("purpose").asText())
        .contains("push the request", "again, with its number", "the call");
  }

  @Test
  void aProgramGetsOneForItself() throws Exception {
    Outcome outcome =
        token(
            "--grant",
            "client-credentials",
            "--client-id",
            "machine",
            "--client-secret",
            machineSecret());

    assertThat(outcome.code()).isZero();
    assertThat(last(outcome).path("claims").path("client_id").asText()).isEqualTo("machine");
  }

  @Test
  void whoIsRefusedIsToldWhyByTheServersOwnWords() throws Exception {
    Outcome outcome =
        token("--grant", "client-credentials", "--client-id", "machine", "--client-secret", "no");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(last(outcome).path("outcome").asText()).isEqualTo("stopped");
    assertThat(last(outcome).path("why").asText()).contains("invalid_client");
  }

  @Test
  void aCallThatIsRefusedEndsWithOne() throws Exception {
    assertThat(code("--call", own.base() + "/nowhere").code()).isEqualTo(1);
  }

  @Test
  void withoutTlsNobodyElseIsAsked() throws Exception {
    Outcome outcome =
        Terminal.type("token", "--issuer", "http://login.example", "--client-id", "c");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines()).hasSize(1);
    assertThat(last(outcome).path("why").asText()).contains("https");
  }
}
