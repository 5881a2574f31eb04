package dev.gatehouse.desktop.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.OutsideTokens;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.StrictJson;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a client checks of an ID token before it believes it (OpenID Connect Core §3.1.3.7). */
public final class IdTokenChecks {
  /** How far two clocks may differ. */
  private static final Duration LEEWAY = Duration.ofSeconds(10);

  /**
   * An ID token, and what the client knows.
   *
   * @param token as it came; empty if it did not
   * @param keys those of the server
   * @param issuer who was asked
   * @param clientId who the client is
   * @param nonce what had been sent along
   * @param accessToken what came with it
   * @param clock the client's
   */
  public record Subject(
      String token,
      JwkSet keys,
      String issuer,
      String clientId,
      String nonce,
      String accessToken,
      Clock clock) {
    /** Its claims; none if it cannot be read. */
    ObjectNode claims() {
      try {
        return StrictJson.object(CompactJws.read(token).payload(), "the ID token");
      } catch (JoseException unreadable) {
        return JsonNodeFactory.instance.objectNode();
      }
    }
  }

  private static final Weakness CLIENT_IGNORES_NONCE =
      new Weakness(
          "client-ignores-nonce",
          "has a client that takes an ID token of another login for its own");

  /** All of them, in order. */
  public static final List<Check<Subject>> ALL =
      List.of(
          Check.check(
              "client.id-token",
              "Is there an ID token too?",
              "OIDC Core §3.1.3.3",
              IdTokenChecks::there),
          Check.<Subject>check(
                  "client.id-token-signature",
                  "Is it signed with a key of the server?",
                  "OIDC Core §3.1.3.7 (6)",
                  IdTokenChecks::signature)
              .because("Anybody can write claims; only the server can sign them."),
          Check.check(
              "client.id-token-iss",
              "Is it issued by the server that we asked?",
              "OIDC Core §3.1.3.7 (2)",
              subject -> equal(subject.issuer(), subject.claims().path("iss"))),
          Check.<Subject>check(
                  "client.id-token-aud",
                  "Is it meant for us?",
                  "OIDC Core §3.1.3.7 (3)",
                  IdTokenChecks::audience)
              .because(
                  "Another program that got this person's token could else log in here in their name."),
          Check.check(
              "client.id-token-azp",
              "If for several, is it made out to us?",
              "OIDC Core §3.1.3.7 (4, 5)",
              IdTokenChecks::party),
          Check.check(
              "client.id-token-exp",
              "Is it still valid?",
              "OIDC Core §3.1.3.7 (9)",
              IdTokenChecks::expiry),
          Check.<Subject>check(
                  "client.nonce",
                  "Was it made for this very login?",
                  "OIDC Core §3.1.3.7 (11)",
                  IdTokenChecks::nonce)
              .because("Else an old token, or somebody else's, could be played back to us.")
              .removedBy(CLIENT_IGNORES_NONCE),
          Check.<Subject>check(
                  "client.id-token-at-hash",
                  "Does the access token belong to it?",
                  "OIDC Core §3.1.3.8",
                  IdTokenChecks::accessToken)
              .because("Else one of the two could have been exchanged on the way."));

  private IdTokenChecks() {}

  private static Finding there(Subject subject) {
    boolean there = !subject.token().isEmpty();
    return Finding.of(there, "an id_token, for openid was asked for", there ? "there is" : "none")
        .withSecret("id_token", subject.token());
  }

  private static Finding signature(Subject subject) {
    String expected = "a signature by a key that the server has published";
    Optional<CheckResult> failure =
        new OutsideTokens(subject.keys(), null, null, true, subject.clock())
            .verify(subject.token())
            .failure();
    return failure
        .map(check -> Finding.failed(expected, check.id() + ": " + check.actual()))
        .orElseGet(() -> Finding.passed(expected, "it is"))
        .with("claims", subject.claims().toString());
  }

  private static Finding equal(String expected, JsonNode found) {
    return Finding.of(found.asText("").equals(expected), expected, said(found));
  }

  private static String said(JsonNode found) {
    return found.isMissingNode()
        ? "nothing"
        : found.isTextual() ? found.asText() : found.toString();
  }

  private static Finding audience(Subject subject) {
    JsonNode audience = subject.claims().path("aud");
    boolean meant = audience.asText("").equals(subject.clientId());
    for (JsonNode one : audience) {
      meant = meant || one.asText().equals(subject.clientId());
    }
    return Finding.of(meant, subject.clientId(), said(audience));
  }

  private static Finding party(Subject subject) {
    ObjectNode claims = subject.claims();
    JsonNode party = claims.path("azp");
    if (party.isMissingNode() && claims.path("aud").size() < 2) {
      return Finding.passed("no other audience, or azp " + subject.clientId(), "no other audience");
    }
    return equal(subject.clientId(), party);
  }

  private static Finding expiry(Subject subject) {
    Instant end = Instant.ofEpochSecond(subject.claims().path("exp").asLong(0));
    Instant now = subject.clock().instant();
    return Finding.of(
        end.plus(LEEWAY).isAfter(now),
        "a time before its end",
        "it is " + now + ", it ends " + end);
  }

  private static Finding nonce(Subject subject) {
    JsonNode nonce = subject.claims().path("nonce");
    boolean ours = nonce.asText("").equals(subject.nonce());
    return Finding.of(
            ours,
            "the nonce that we had sent",
            ours ? "it is" : nonce.isMissingNode() ? "no nonce" : "another nonce")
        .with("sent", subject.nonce())
        .with("in the token", nonce.asText(""));
  }

  private static Finding accessToken(Subject subject) throws JoseException {
    String found = subject.claims().path("at_hash").asText("");
    String expected = "the left half of the access token's hash, if it says any";
    return found.isEmpty()
        ? Finding.passed(expected, "it says none, and need not")
        : Finding.of(found.equals(halfHash(subject)), expected, found);
  }

  private static String halfHash(Subject subject) throws JoseException {
    String name = CompactJws.read(subject.token()).parameter("alg").orElse("");
    int bits = JwsAlgorithm.named(name).map(JwsAlgorithm::hashBits).orElse(256);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-" + bits)
              .digest(subject.accessToken().getBytes(StandardCharsets.US_ASCII));
      return Base64Url.encode(Arrays.copyOf(hash, hash.length / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-2", e);
    }
  }
}
