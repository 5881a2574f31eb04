package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.authn.DigestResponse;
import dev.gatehouse.server.identity.DigestAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Digest over the wire: asked, answered, acknowledged. */
final class DigestTest {
  private static final String REALM = "Gatehouse";
  private static final String CLIENT_NONCE = "0a4f113b";

  private static GatehouseServer server;
  private static Caller caller;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    caller = new Caller(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> challenges(Answer answer) {
    return answer.headers("WWW-Authenticate").stream()
        .filter(challenge -> challenge.startsWith("Digest "))
        .toList();
  }

  private static String parameter(String header, String name) {
    Matcher found = Pattern.compile("(?i)\\b" + name + "=\"?([^\", ]*)").matcher(header);
    assertThat(found.find()).as(header).isTrue();
    return found.group(1);
  }

  private static String secret(String person) {
    return DigestAlgorithm.SHA_256.secret(person, REALM, caller.secret(person, "password"));
  }

  private static DigestResponse response(String challenge, String qop) {
    return new DigestResponse(
        DigestAlgorithm.SHA_256,
        false,
        parameter(challenge, "nonce"),
        "00000001",
        CLIENT_NONCE,
        qop);
  }

  private static String header(
      String challenge, String person, String method, String uri, String body, String qop) {
    DigestResponse response = response(challenge, qop);
    return ("Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=SHA-256,"
            + " qop=%s, nc=00000001, cnonce=\"%s\", opaque=\"%s\", response=\"%s\"")
        .formatted(
            person,
            REALM,
            response.nonce(),
            uri,
            qop,
            CLIENT_NONCE,
            parameter(challenge, "opaque"),
            response.of(secret(person), method, uri, body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void eachAlgorithmIsAskedForInAHeaderOfItsOwn() {
    assertThat(challenges(caller.get("/me")))
        .extracting(challenge -> parameter(challenge, "algorithm"))
        .containsExactly("SHA-256", "SHA-512-256");
  }

  @Test
  void theRightAnswerIsAcknowledgedWithAProofOverTheBody() {
    String challenge = challenges(caller.get("/me")).get(0);

    Answer answer =
        caller.get("/me?a=b", header(challenge, "alice", "GET", "/me?a=b", "", "auth-int"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("id").asText()).isEqualTo("alice");
    assertThat(parameter(answer.header("Authentication-Info"), "rspauth"))
        .isEqualTo(
            response(challenge, "auth-int")
                .byServer(
                    secret("alice"), "/me?a=b", answer.body().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whoIsKnownButMayNotIsAcknowledgedToo() {
    String challenge = challenges(caller.get("/me")).get(0);

    Answer answer =
        caller.get("/admin/users", header(challenge, "bob", "GET", "/admin/users", "", "auth"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Authentication-Info")).startsWith("rspauth=");
  }

  @Test
  void aReplayIsAskedForAgainWithANewNonceAndWithoutAQuestionForThePassword() {
    String challenge = challenges(caller.get("/me")).get(0);
    String captured = header(challenge, "alice", "GET", "/me", "", "auth");
    caller.get("/me", captured);

    Answer answer = caller.get("/me", captured);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(caller.decidedBy(answer)).isEqualTo("digest.nonce-count");
    assertThat(challenges(answer)).allMatch(again -> parameter(again, "stale").equals("true"));
    assertThat(parameter(challenges(answer).get(0), "nonce"))
        .isNotEqualTo(parameter(challenge, "nonce"));
  }

  @Test
  void otherSchemesAreNotAcknowledged() {
    assertThat(caller.get("/me", caller.basic("alice")).headers("Authentication-Info")).isEmpty();
  }

  @Test
  void afterAResetTheSamePasswordsAreGood() {
    server.reset();
    String challenge = challenges(caller.get("/me")).get(0);

    assertThat(caller.get("/me", header(challenge, "dave", "GET", "/me", "", "auth")).status())
        .isEqualTo(200);
  }
}
