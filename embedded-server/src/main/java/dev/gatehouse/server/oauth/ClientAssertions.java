package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.OutsideTokens;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.jose.StrictJson;
import dev.gatehouse.server.oauth.Tickets.Kind;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signed statements by which clients prove who they are: {@code private_key_jwt} (RFC 7523). */
final class ClientAssertions {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final long LEEWAY_SECONDS = 30;
  private static final Kind<String> USED =
      new Kind<>("assertion", String.class, LONGEST.plusMinutes(1), 10_000);

  private final Tickets tickets;
  private final Set<String> audiences;
  private final Clock clock;

  /**
   * Statements made for this server.
   *
   * @param audiences what it may be called in them (RFC 7523 §3): its issuer or its token endpoint
   */
  ClientAssertions(Tickets tickets, Set<String> audiences, Clock clock) {
    this.tickets = tickets;
    this.audiences = Set.copyOf(audiences);
    this.clock = clock;
  }

  /** Whether it was signed with the client's key. */
  Finding signature(Client client, String assertion) {
    String expected = "signed with the client's registered key";
    @Nullable String key = client.publicKey();
    if (key == null) {
      return Finding.failed(expected, "no key of it is registered yet");
    }
    try {
      Optional<CheckResult> failure =
          new OutsideTokens(JwkSet.read(key), null, null, true, clock).verify(assertion).failure();
      return failure
          .map(check -> Finding.failed(expected, check.id() + ": " + check.actual()))
          .orElseGet(() -> Finding.passed(expected, "it is"))
          .withSecret("client_assertion", assertion);
    } catch (JoseException unusable) {
      return Finding.failed(expected, "its registered key cannot be read");
    }
  }

  /** Whether it says the right things. */
  Finding claims(Client client, String assertion) {
    ObjectNode claims = claimsOf(assertion);
    String expected = "iss and sub " + client.id() + ", aud this server, an exp that is near";
    Instant exp = Instant.ofEpochSecond(claims.path("exp").asLong(0));
    Instant now = clock.instant();
    String flaw = "";
    if (!client.id().equals(claims.path("iss").textValue())) {
      flaw = "iss is " + claims.path("iss");
    } else if (!isMeantForUs(claims.path("aud"))) {
      flaw = "aud is " + claims.path("aud");
    } else if (!exp.isAfter(now)) {
      flaw = "it ended at " + exp;
    } else if (exp.isAfter(now.plus(LONGEST))) {
      flaw = "it lasts until " + exp + ", which is far too long";
    } else if (Instant.ofEpochSecond(claims.path("nbf").asLong(0))
        .isAfter(now.plusSeconds(LEEWAY_SECONDS))) {
      flaw = "its time has not begun";
    }
    return Finding.of(flaw.isEmpty(), expected, flaw.isEmpty() ? "it does" : flaw)
        .with("claims", claims.toString());
  }

  /** Whether its identifier was not seen before. From then on it is. */
  Finding firstUse(Client client, String assertion) {
    String expected = "an identifier (jti) that was not used before";
    @Nullable String jti = claimsOf(assertion).path("jti").textValue();
    if (jti == null || jti.isEmpty()) {
      return Finding.failed(expected, "there is no jti");
    }
    String secret = USED.prefix() + " " + client.id() + " " + jti;
    boolean first = tickets.storeIfNew(USED, secret, jti);
    return Finding.of(first, expected, first ? "it was not" : "it was used before")
        .with("jti", jti);
  }

  private boolean isMeantForUs(JsonNode aud) {
    if (!aud.isArray()) {
      return aud.isTextual() && audiences.contains(aud.textValue());
    }
    // Nobody else may be meant, or who else is could use it here.
    return aud.size() == 1 && isMeantForUs(aud.get(0));
  }

  private static ObjectNode claimsOf(String assertion) {
    try {
      return StrictJson.object(CompactJws.read(assertion).payload(), "the assertion");
    } catch (JoseException unreadable) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
