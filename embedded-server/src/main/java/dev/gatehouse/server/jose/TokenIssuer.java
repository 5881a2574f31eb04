package dev.gatehouse.server.jose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The server's own keys and the tokens it issues. Safe for use by many threads. */
public final class TokenIssuer {
  /** The audience (RFC 7519 §4.1.3) that tokens for this API carry. */
  public static final String AUDIENCE = "calendar-api";

  /** The media type of access tokens, the header parameter {@code typ} (RFC 9068 §2.1). */
  public static final String ACCESS_TOKEN_TYPE = "at+jwt";

  /** How long an issued token lasts. */
  public static final Duration LIFETIME = Duration.ofHours(1);

  /** The claim {@code client_id} (RFC 9068 §2.2) of tokens that no client asked for. */
  private static final String CLIENT = "gatehouse";

  /** How often keys can be rotated within {@link #LIFETIME}. */
  private static final int MOST_ROTATIONS = 12;

  private static final int JTI_BYTES = 16;

  /** When whatever starts this server should be done with starting. */
  private static final int KEY_MADE_AFTER_SECONDS = 5;

  private final JsonMapper json = JsonMapper.builder().build();
  private final SecureRandom random = new SecureRandom();
  private final String issuer;
  private final Clock clock;

  private volatile KeyRing ring = KeyRing.fresh();
  // That of which all keys are being made, or have been.
  private @Nullable KeyRing completed;

  private TokenIssuer(String issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * An issuer with keys of its own. They are made when they are first needed; the default key, if
   * nobody has needed it by then, in the background after a moment, so that nobody has to wait for
   * it and a start does not take longer for it.
   *
   * @param issuer its name, the claim {@code iss}: the address of the server
   * @param clock by which tokens are dated
   */
  public static TokenIssuer create(String issuer, Clock clock) {
    TokenIssuer created = new TokenIssuer(issuer, clock);
    CompletableFuture.delayedExecutor(KEY_MADE_AFTER_SECONDS, TimeUnit.SECONDS)
        .execute(() -> created.ring.signer().signing());
    return created;
  }

  /** Its name, the claim {@code iss} (RFC 7519 §4.1.1). */
  public String issuer() {
    return issuer;
  }

  /**
   * Makes new keys, with which everything is signed from now on. Those of before are still
   * published and good to verify with until the last token by them has ended, and then forgotten.
   *
   * @return the identifier of the new default key; empty if there are tokens by the keys of so many
   *     rotations about that nothing is done
   */
  public synchronized Optional<String> rotate() {
    Instant now = clock.instant();
    KeyRing next = ring.rotated(now, now.plus(LIFETIME));
    if (next.earlier().size() > MOST_ROTATIONS * JwsAlgorithm.values().length) {
      return Optional.empty();
    }
    ring = next;
    return Optional.of(next.signer().kid());
  }

  /** The keys that are good now. */
  private KeyRing ring() {
    KeyRing current = ring;
    if (current.hasEnded(clock.instant())) {
      synchronized (this) {
        ring = ring.without(clock.instant());
        current = ring;
      }
    }
    return current;
  }

  /**
   * Its public keys, as published at {@code /.well-known/jwks.json} (RFC 7517 §5): at most one for
   * each algorithm, and those of before the last rotations. Of the keys that take long to make
   * there are the default one and those that something was signed with; the first call has the
   * others made in the background. So a token by a key that a verifier does not know means that
   * there are new keys to be had, as after a rotation.
   */
  public ObjectNode jwks() {
    KeyRing current = ring();
    List<ObjectNode> published = current.published().stream().map(OwnKey::publicJwk).toList();
    haveTheRestMade(current);
    ObjectNode set = json.createObjectNode();
    set.putArray("keys").addAll(published);
    return set;
  }

  private synchronized void haveTheRestMade(KeyRing current) {
    if (!current.equals(completed)) {
      completed = current;
      current.makeTheRest();
    }
  }

  /** The keys that this server trusts: all of its own, the secret ones included. */
  public JwkSet verificationKeys() {
    return ring().verifying();
  }

  /**
   * Issues an access token (RFC 9068) signed with the default key.
   *
   * @param subject the person's identifier
   * @param scopes what it allows
   * @param overrides claims that differ; a null value takes a claim out
   */
  public String issue(String subject, Set<String> scopes, Map<String, Object> overrides) {
    return accessToken(ring().signer(), subject, scopes, overrides);
  }

  /**
   * Issues an access token as some forgotten program still does: signed with a secret of years ago
   * that somebody made up, {@link LegacyKeys#GUESSABLE}. No hardened verifier takes it.
   *
   * @param subject the person's identifier
   * @param scopes what it would allow
   */
  public String issueByOldSecret(String subject, Set<String> scopes) {
    OwnKey old = ring().named(LegacyKeys.GUESSABLE, JwsAlgorithm.HS256.text());
    return accessToken(old, subject, scopes, Map.of());
  }

  private String accessToken(
      OwnKey key, String subject, Set<String> scopes, Map<String, Object> overrides) {
    ObjectNode header =
        json.createObjectNode()
            .put("typ", ACCESS_TOKEN_TYPE)
            .put("alg", key.algorithm().text())
            .put("kid", key.kid());
    long now = clock.instant().getEpochSecond();
    ObjectNode claims =
        json.createObjectNode()
            .put("iss", issuer)
            .put("aud", AUDIENCE)
            .put("sub", subject)
            .put("client_id", CLIENT)
            .put("scope", String.join(" ", new TreeSet<>(scopes)))
            .put("iat", now)
            .put("nbf", now)
            .put("exp", now + LIFETIME.toSeconds())
            .put("jti", newTokenId());
    overrides.forEach(
        (name, value) -> {
          if (value == null) {
            claims.remove(name);
          } else {
            claims.set(name, json.valueToTree(value));
          }
        });
    return signed(key, header.toString(), claims.toString());
  }

  /**
   * Issues a token of another kind than an access token, such as an ID token: from now on, for an
   * hour, signed with RS256.
   *
   * @param type the header's {@code typ}, for example {@code JWT}
   * @param claims beyond {@code iss}, {@code iat} and {@code exp}
   */
  public String issueTyped(String type, Map<String, Object> claims) {
    OwnKey defaultKey = ring().signer();
    ObjectNode header =
        json.createObjectNode()
            .put("typ", type)
            .put("alg", defaultKey.algorithm().text())
            .put("kid", defaultKey.kid());
    long now = clock.instant().getEpochSecond();
    ObjectNode all =
        json.createObjectNode()
            .put("iss", issuer)
            .put("iat", now)
            .put("exp", now + LIFETIME.toSeconds());
    claims.forEach((name, value) -> all.set(name, json.valueToTree(value)));
    return signed(defaultKey, header.toString(), all.toString());
  }

  /**
   * Signs any header and payload, given as JSON text, with the private key that the header's {@code
   * kid} names, or else the first of its {@code alg}, or else the default key.
   *
   * @return the compact token (RFC 7515 §7.1)
   * @throws IllegalArgumentException if the header is not a JSON object
   */
  public String sign(String header, String payload) {
    JsonNode parsed;
    try {
      parsed = json.readTree(header);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("the header is not JSON", notJson);
    }
    if (!parsed.isObject()) {
      throw new IllegalArgumentException("the header is not a JSON object");
    }
    String kid = parsed.path("kid").asText();
    String alg = parsed.path("alg").asText();
    return signed(ring().named(kid, alg), header, payload);
  }

  private String newTokenId() {
    byte[] bytes = new byte[JTI_BYTES];
    random.nextBytes(bytes);
    return Base64Url.encode(bytes);
  }

  private static String signed(OwnKey key, String header, String payload) {
    String text = encoded(header) + "." + encoded(payload);
    byte[] signature =
        Signatures.sign(key.algorithm(), key.signing(), text.getBytes(StandardCharsets.US_ASCII));
    return text + "." + Base64Url.encode(signature);
  }

  private static String encoded(String text) {
    return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
  }
}
