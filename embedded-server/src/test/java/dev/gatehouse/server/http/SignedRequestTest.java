package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.sigv4.CanonicalRequest;
import dev.gatehouse.server.sigv4.CredentialScope;
import dev.gatehouse.server.sigv4.SigV4;
import dev.gatehouse.server.sigv4.SignedAuthorization;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Signed requests over the wire: what is genuine gets in once, what was changed never does. */
final class SignedRequestTest {
  private static final String TARGET =
      "/calendars/alice-work/events?q=%C3%A9+x&from=2026-01-01T00:00:00Z";

  private static GatehouseServer server;
  private static Caller caller;

  @BeforeContainer
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    caller = new Caller(server);
  }

  @AfterContainer
  static void stop() {
    server.close();
  }

  /** The request's lines behind {@code Host}: what Alice signs, and her signature. */
  private static List<String> signedByAlice(
      String method, String target, String body, String... nonce) {
    String timestamp = SigV4.timestamp(Instant.now());
    List<Header> headers =
        List.of(
            new Header("Host", caller.authority()),
            new Header("X-Amz-Date", timestamp),
            new Header("X-Amz-Nonce", String.join("", nonce)));
    CredentialScope scope =
        new CredentialScope(
            timestamp.substring(0, 8),
            caller.secret("alice", "hmac.region"),
            caller.secret("alice", "hmac.service"),
            CredentialScope.TERMINATION);
    List<String> names = List.of("host", "x-amz-date", "x-amz-nonce");
    CanonicalRequest canonical =
        CanonicalRequest.of(method, target, headers, names, body.getBytes(StandardCharsets.UTF_8));
    String signature =
        SigV4.signature(
            caller.secret("alice", "hmac.secretKey"),
            scope,
            SigV4.stringToSign(timestamp, scope, canonical));
    SignedAuthorization authorization =
        new SignedAuthorization(caller.secret("alice", "hmac.accessKey"), scope, names, signature);
    return List.of(
        "X-Amz-Date: " + timestamp,
        "X-Amz-Nonce: " + String.join("", nonce),
        "Authorization: " + authorization.headerValue());
  }

  @Example
  void aSignedRequestGetsInOnce() {
    String[] headers = signedByAlice("GET", TARGET, "").toArray(String[]::new);

    Answer first = caller.get(TARGET, headers);
    assertThat(caller.decidedBy(first)).isEqualTo("-");
    assertThat(first.status()).isEqualTo(200);
    assertThat(caller.record(first).authentication().type()).isEqualTo("hmac");

    Answer again = caller.get(TARGET, headers);
    assertThat(again.status()).isEqualTo(401);
    assertThat(caller.decidedBy(again)).isEqualTo("hmac.unused");
  }

  @Example
  void thePathIsJudgedBeforeAnySignature() {
    String[] headers = signedByAlice("GET", "/calendars/../me", "").toArray(String[]::new);

    assertThat(caller.decidedBy(caller.get("/calendars/../me", headers)))
        .isEqualTo("path.canonical");
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void aLineOfWhichOneCharacterWasReplacedProvesNobody(
      @ForAll int line,
      @ForAll int where,
      @ForAll("characters") char character,
      @ForAll int nonce) {
    List<String> lines = signedByAlice("GET", TARGET, "", Integer.toString(nonce));
    String[] mutated = lines.toArray(String[]::new);
    int which = Math.floorMod(line, mutated.length);
    int at = Math.floorMod(where, mutated[which].length());
    mutated[which] = mutated[which].substring(0, at) + character + mutated[which].substring(at + 1);

    if (meansSomethingElse(lines.get(which), mutated[which])) {
      provesNobody(mutated);
    }
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void aLineThatIsMissingOrThereTwiceProvesNobody(
      @ForAll int line, @ForAll boolean twice, @ForAll int nonce) {
    List<String> lines = signedByAlice("GET", TARGET, "", Integer.toString(nonce));
    int which = Math.floorMod(line, lines.size());
    Stream.Builder<String> mutated = Stream.builder();
    for (int i = 0; i < lines.size(); i++) {
      for (int times = i != which ? 1 : twice ? 2 : 0; times > 0; times--) {
        mutated.add(lines.get(i));
      }
    }

    provesNobody(mutated.build().toArray(String[]::new));
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void anyTextBehindTheSchemeProvesNobody(@ForAll("credentials") String credentials) {
    provesNobody("Authorization: AWS4-HMAC-SHA256 " + credentials);
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.chars().range(' ', '~');
  }

  @Provide
  Arbitrary<String> credentials() {
    return Arbitraries.of(
            "Credential=",
            "SignedHeaders=",
            "Signature=",
            caller.secret("alice", "hmac.accessKey"),
            "/20261124/local/calendar/aws4_request",
            ",",
            " ",
            ";",
            "/",
            "host",
            "x-amz-date",
            "0123456789abcdef".repeat(4))
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  /** Names of headers have no case, and blanks around or within a value are signed as one. */
  private static boolean meansSomethingElse(String line, String mutated) {
    return !canonical(line).equals(canonical(mutated));
  }

  private static String canonical(String line) {
    String[] parts = line.split(":", 2);
    String value = parts.length == 2 ? parts[1].strip().replaceAll(" +", " ") : "";
    // The scheme has no case either (RFC 9110 §11.1), and after a comma a blank may be left out.
    return parts[0].toLowerCase(Locale.ROOT)
        + ":"
        + value.replaceFirst("(?i)^aws4-hmac-sha256", "").replace(", ", ",");
  }

  private static void provesNobody(String... headers) {
    Answer answer = caller.get(TARGET, headers);

    assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    assertThat(caller.record(answer).authentication().principal()).isEmpty();
  }
}
