package dev.gatehouse.server.authn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.Jwk;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.PublicJwk;
import dev.gatehouse.server.jose.StrictJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says to prove that its sender has a key: the field {@code DPoP} (RFC 9449 §4). It
 * is read when a check first asks, and only once. For one thread.
 */
public final class DpopProof {
  /** The name of the field. */
  public static final String FIELD = "DPoP";

  /** What it says that it is, the header parameter {@code typ}. */
  public static final String TYPE = "dpop+jwt";

  /** A proof that was read, or why it could not be. */
  private record Reading(
      @Nullable CompactJws token,
      ObjectNode claims,
      String flaw,
      @Nullable Jwk key,
      String keyFlaw) {}

  private static final ObjectNode NO_CLAIMS = JsonNodeFactory.instance.objectNode();

  private final Arrival arrival;
  private final Optional<String> accessToken;
  private @Nullable Reading reading;

  /**
   * The proof of a request, if it has one.
   *
   * @param accessToken what it came with, if anything
   */
  public DpopProof(Arrival arrival, Optional<String> accessToken) {
    this.arrival = arrival;
    this.accessToken = accessToken;
  }

  Arrival arrival() {
    return arrival;
  }

  Optional<String> accessToken() {
    return accessToken;
  }

  /** The values of all fields of that name. */
  List<String> sent() {
    return arrival.values(FIELD);
  }

  /** Whether the request has such a field. */
  public boolean isSent() {
    return !sent().isEmpty();
  }

  /** What is wrong with its form; empty if it can be read. */
  String flaw() {
    return reading().flaw();
  }

  /**
   * The proof taken apart.
   *
   * @throws java.util.NoSuchElementException if it cannot be read
   */
  CompactJws token() {
    return Optional.ofNullable(reading().token()).orElseThrow();
  }

  /** What it says; empty if it cannot be read. */
  ObjectNode claims() {
    return reading().claims();
  }

  /** A claim that is text and not empty, if it is there. */
  Optional<String> claim(String name) {
    return Optional.ofNullable(claims().path(name).textValue()).filter(text -> !text.isEmpty());
  }

  /** The algorithm that it names, if that is one of ours. */
  Optional<JwsAlgorithm> algorithm() {
    return token().parameter("alg").flatMap(JwsAlgorithm::named);
  }

  /** The key that it brings. */
  JsonNode jwk() {
    return token().header().path("jwk");
  }

  /** What is wrong with the key that it brings; empty if it can be used. */
  String keyFlaw() {
    return reading().keyFlaw();
  }

  /**
   * The key that it brings.
   *
   * @throws java.util.NoSuchElementException if it cannot be used
   */
  Jwk key() {
    return Optional.ofNullable(reading().key()).orElseThrow();
  }

  /** The thumbprint of the key that it brings (RFC 7638), if that can be read. */
  public Optional<String> jkt() {
    return Optional.ofNullable(reading().key()).map(key -> PublicJwk.thumbprint(jwk()));
  }

  private Reading reading() {
    if (reading == null) {
      reading = read();
    }
    return reading;
  }

  private Reading read() {
    String text = sent().isEmpty() ? "" : sent().get(0);
    if (text.length() > ArrivalChecks.MAX_CREDENTIAL_SIZE) {
      return new Reading(null, NO_CLAIMS, "it has " + text.length() + " characters", null, "");
    }
    try {
      CompactJws token = CompactJws.read(text);
      ObjectNode claims = StrictJson.object(token.payload(), "the payload");
      return withKey(token, claims);
    } catch (JoseException unreadable) {
      return new Reading(null, NO_CLAIMS, unreadable.problem(), null, "");
    }
  }

  private static Reading withKey(CompactJws token, ObjectNode claims) {
    JsonNode jwk = token.header().path("jwk");
    if (jwk.isMissingNode()) {
      return new Reading(token, claims, "", null, "there is no jwk");
    }
    if (PublicJwk.hasPrivateParts(jwk)) {
      return new Reading(token, claims, "", null, "it has what only its owner may have");
    }
    try {
      return new Reading(token, claims, "", Jwk.read(jwk), "");
    } catch (JoseException unusable) {
      return new Reading(token, claims, "", null, unusable.problem());
    }
  }
}
