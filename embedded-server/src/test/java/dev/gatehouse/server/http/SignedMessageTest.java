package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.httpsignature.ComponentException;
import dev.gatehouse.server.httpsignature.Message;
import dev.gatehouse.server.httpsignature.MessageSignature;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.httpsignature.SignatureBase;
import dev.gatehouse.server.httpsignature.SignatureParameters;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Message signatures over the wire: what is genuine gets in once, what was changed never does. */
final class SignedMessageTest {
  private static final String TARGET = "/calendars?q=%C3%A9+x";

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

  /** The two lines that carry a signature of Alice's over method, target and host. */
  private static List<String> signedByAlice() throws ComponentException {
    String secret = caller.secret("alice", "httpSignature.secret");
    SignatureParameters parameters =
        SignatureParameters.parse("(\"@method\" \"@target-uri\" \"host\")")
            .with("created", Instant.now())
            .with("keyid", caller.secret("alice", "httpSignature.keyId"))
            .with("nonce", UUID.randomUUID().toString());
    Message message =
        Message.request("GET", "http", TARGET, List.of(new Header("Host", caller.authority())));
    byte[] value =
        SignatureAlgorithm.HMAC_SHA256.sign(
            new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HMAC"),
            SignatureBase.of(message, parameters).bytes());
    MessageSignature signature = new MessageSignature("sig1", parameters, value);
    return List.of(
        "Signature-Input: " + signature.inputValue(), "Signature: " + signature.fieldValue());
  }

  @Example
  void aSignedMessageGetsInOnce() throws ComponentException {
    String[] headers = signedByAlice().toArray(String[]::new);

    Answer first = caller.get(TARGET, headers);
    assertThat(caller.decidedBy(first)).isEqualTo("-");
    assertThat(caller.record(first).authentication().type()).isEqualTo("http-signature");

    assertThat(caller.decidedBy(caller.get(TARGET, headers))).isEqualTo("signature.nonce");
  }

  @Example
  void aSignatureBesideAnotherCredentialIsOneTooMany() throws ComponentException {
    List<String> lines = signedByAlice();

    Answer answer = caller.get(TARGET, lines.get(0), lines.get(1), caller.basic("alice"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(caller.decidedBy(answer)).isEqualTo("credentials.single");
  }

  @Example
  void aRefusalAsksForASignature() {
    assertThat(caller.get(TARGET).headers("Accept-Signature"))
        .singleElement()
        .asString()
        .startsWith("gatehouse=(\"@method\" \"@target-uri\");created;nonce=");
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void aLineOfWhichOneCharacterWasReplacedProvesNobody(
      @ForAll boolean input, @ForAll int where, @ForAll("characters") char character)
      throws ComponentException {
    String[] lines = signedByAlice().toArray(String[]::new);
    int which = input ? 0 : 1;
    int at = Math.floorMod(where, lines[which].length());
    String mutated = lines[which].substring(0, at) + character + lines[which].substring(at + 1);

    // Some bits of the last digit of Base64 mean nothing, and must not be looked at (RFC 8941
    // §4.2.7).
    boolean lastDigit = !input && at == lines[which].length() - 3;
    if (!lastDigit && !canonical(mutated).equals(canonical(lines[which]))) {
      lines[which] = mutated;
      provesNobody(lines);
    }
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void anyTextInBothFieldsProvesNobody(
      @ForAll("texts") String input, @ForAll("texts") String signature) {
    provesNobody("Signature-Input: " + input, "Signature: " + signature);
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.chars().range(' ', '~');
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "sig1",
            "=",
            "(",
            ")",
            "\"@method\"",
            "\"@target-uri\"",
            ";",
            ",",
            " ",
            "keyid=",
            "\"alice-hmac-sha256\"",
            "created=1",
            ":AA==:",
            "?1",
            "@",
            "*",
            "\"",
            "\\")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  /** Names of fields have no case, and blanks between the members of a list are signed as one. */
  private static String canonical(String line) {
    String[] parts = line.split(":", 2);
    return parts[0].toLowerCase(Locale.ROOT) + ":" + (parts.length == 2 ? parts[1].strip() : "");
  }

  private static void provesNobody(String... headers) {
    Answer answer = caller.get(TARGET, headers);

    assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    assertThat(caller.record(answer).authentication().principal()).isEmpty();
  }
}
