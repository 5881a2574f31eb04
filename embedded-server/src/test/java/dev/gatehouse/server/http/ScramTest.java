package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.scram.ClientFinal;
import dev.gatehouse.server.scram.ClientFirst;
import dev.gatehouse.server.scram.ScramException;
import dev.gatehouse.server.scram.ScramKeys;
import dev.gatehouse.server.scram.ScramText;
import dev.gatehouse.server.scram.ServerFinal;
import dev.gatehouse.server.scram.ServerFirst;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SCRAM over the wire: begun, answered, proved, acknowledged. */
final class ScramTest {
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

  private static String challenge(Answer answer) {
    return answer.headers("WWW-Authenticate").stream()
        .filter(one -> one.startsWith(ScramText.SCHEME))
        .reduce((one, other) -> one + " and " + other)
        .orElseThrow();
  }

  private static String parameter(String header, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=([^\", ]+)").matcher(header);
    assertThat(found.find()).as(header).isTrue();
    return found.group(1);
  }

  private static String message(String parameters) {
    return "Authorization: " + ScramText.SCHEME + " " + parameters;
  }

  /** A whole exchange; the client's last message and the answer to it. */
  private record Exchange(String sent, ScramKeys keys, String agreed, Answer answer) {
    static Exchange by(String person, String path) throws ScramException {
      ClientFirst first = ClientFirst.of(person, "rOprNGfwEbeRWgbNEkqO");
      Answer salted = caller.get(path, message("data=" + ScramText.data(first.text())));
      String challenge = challenge(salted);
      ServerFirst answered = ServerFirst.read(ScramText.message(parameter(challenge, "data")));
      ScramKeys keys =
          ScramKeys.derive(
              caller.secret(person, "password"), answered.salt(), answered.iterations());
      ClientFinal last = ClientFinal.of(first, answered, keys);
      String sent =
          message("sid=" + parameter(challenge, "sid") + ",data=" + ScramText.data(last.text()));
      return new Exchange(sent, keys, last.agreed(first, answered), caller.get(path, sent));
    }
  }

  @Test
  void theFirstMessageIsAnsweredWithTheServersAndDecidedByTheMissingProof() {
    Answer answer = caller.get("/me", message("data=" + ScramText.data("n,,n=alice,r=x")));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(caller.decidedBy(answer)).isEqualTo("scram.proof-sent");
    assertThat(challenge(answer)).contains("sid=", "data=").doesNotContain(" and ");
  }

  @Test
  void theProofIsAcknowledgedWithTheServersOwn() throws ScramException {
    Exchange exchange = Exchange.by("alice", "/me");

    Answer answer = exchange.answer();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("id").asText()).isEqualTo("alice");
    String info = answer.header("Authentication-Info");
    assertThat(parameter(info, "sid")).isEqualTo(parameter(exchange.sent(), "sid"));
    assertThat(ServerFinal.read(ScramText.message(parameter(info, "data"))).signature())
        .isEqualTo(exchange.keys().verifier().signature(exchange.agreed()));
  }

  @Test
  void whoIsKnownButMayNotIsAcknowledgedToo() throws ScramException {
    Answer answer = Exchange.by("bob", "/admin/users").answer();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Authentication-Info")).startsWith("sid=");
  }

  @Test
  void aReplayIsRefusedAndNotAcknowledged() throws ScramException {
    String captured = Exchange.by("alice", "/me").sent();

    Answer answer = caller.get("/me", captured);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(caller.decidedBy(answer)).isEqualTo("scram.nonce");
    assertThat(answer.headers("Authentication-Info")).isEmpty();
    assertThat(challenge(answer)).isEqualTo("SCRAM-SHA-256 realm=\"Gatehouse\"");
  }

  @Test
  void afterAResetTheSamePasswordsAreGood() throws ScramException {
    server.reset();

    assertThat(Exchange.by("dave", "/me").answer().status()).isEqualTo(200);
  }

  /** It takes the answer only if the server has proved that it knows the password too. */
  @Test
  void aClientThatNobodyHereWroteIsLetInAndConvinced() throws IOException {
    URI me = server.http().resolve("/me");
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    credentials.setCredentials(
        new AuthScope(me.getHost(), me.getPort()),
        new UsernamePasswordCredentials("alice", caller.secret("alice", "password").toCharArray()));
    RequestConfig scramAlone =
        RequestConfig.custom()
            .setTargetPreferredAuthSchemes(List.of(StandardAuthScheme.SCRAM_SHA_256))
            .build();
    try (CloseableHttpClient client =
        HttpClients.custom()
            .setDefaultCredentialsProvider(credentials)
            .setDefaultRequestConfig(scramAlone)
            .build()) {
      String body =
          client.execute(new HttpGet(me), answer -> EntityUtils.toString(answer.getEntity()));

      assertThat(body).contains("\"id\":\"alice\"");
    }
  }
}
