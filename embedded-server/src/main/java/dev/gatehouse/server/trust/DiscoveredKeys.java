package dev.gatehouse.server.trust;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.jose.KeySource;
import dev.gatehouse.server.jose.KeysUnavailableException;
import dev.gatehouse.server.jose.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes (OpenID Connect Discovery 1.0 §4, RFC 8414 §3). They are
 * fetched when a token first needs one, kept, and fetched again when a token names one that is not
 * among them, as after a rotation; but never again before a pause is over, so that nobody can make
 * this server ask without end. Safe for use by many threads; while one fetches, the others wait.
 */
final class DiscoveredKeys implements KeySource {
  /** How long it takes between two attempts to fetch, at least. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  /** After how long they are fetched again anyway: the issuer may have taken one back. */
  static final Duration KEPT = Duration.ofMinutes(15);

  private static final String WELL_KNOWN = "/.well-known/openid-configuration";

  private final String issuer;
  private final KeyFetcher fetcher;
  private final Clock clock;
  private @Nullable JwkSet keys;
  private @Nullable Instant triedAt;
  private Instant fetchedAt = Instant.MIN;
  private String problem = "they have not been fetched yet";

  DiscoveredKeys(String issuer, KeyFetcher fetcher, Clock clock) {
    this.issuer = issuer;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  @Override
  public synchronized JwkSet keys(@Nullable String kid) throws KeysUnavailableException {
    Instant now = clock.instant();
    boolean wanting = keys == null || keys.candidates(kid).isEmpty();
    boolean old = keys != null && now.isAfter(fetchedAt.plus(KEPT));
    if ((wanting || old) && mayTry(now)) {
      triedAt = now;
      refresh(now);
    }
    JwkSet known = keys;
    if (known == null) {
      throw new KeysUnavailableException(problem, PAUSE);
    }
    return known;
  }

  private boolean mayTry(Instant now) {
    return triedAt == null || !now.isBefore(triedAt.plus(PAUSE));
  }

  /** Those that are there stay, if new ones cannot be had. */
  private void refresh(Instant now) {
    try {
      keys = JwkSet.read(text(fetcher.fetch(jwksUri()))).withoutSecrets();
      fetchedAt = now;
    } catch (JoseException unreadable) {
      problem = unreadable.problem();
    } catch (IOException unreachable) {
      problem = String.valueOf(unreachable.getMessage());
    }
  }

  private String jwksUri() throws IOException, JoseException {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    ObjectNode metadata =
        StrictJson.object(fetcher.fetch(base + WELL_KNOWN), "the issuer's metadata");
    if (!issuer.equals(metadata.path("issuer").textValue())) {
      throw new JoseException("the metadata under " + base + WELL_KNOWN + " is another issuer's");
    }
    String uri = metadata.path("jwks_uri").asText();
    boolean encrypted = issuer.startsWith("https:");
    if (encrypted && !uri.startsWith("https:")) {
      throw new JoseException("the keys are not published by https");
    }
    return uri;
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
