package dev.gatehouse.server.oauth;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client has been granted.
 *
 * @param id what its tokens belong to and end with; empty if it ends with each of them
 * @param clientId to whom
 * @param subject in whose name: a person's identifier, or the client's own
 * @param scopes for what
 * @param authTime when the person logged in, in seconds since 1970, or null if nobody did
 * @param nonce what the client will look for in the ID token (OpenID Connect Core §3.1.2.1), or
 *     null
 * @param refreshable whether a refresh token goes with it
 * @param methods how they did (RFC 8176); empty if nobody did, or nobody kept account of it
 * @param key the thumbprint of the key without which the refresh token is of no use (RFC 9449 §5),
 *     or null
 */
record Granted(
    String id,
    String clientId,
    String subject,
    Set<String> scopes,
    @Nullable Long authTime,
    @Nullable String nonce,
    boolean refreshable,
    Set<String> methods,
    @Nullable String key) {
  Granted {
    scopes = Set.copyOf(scopes);
    // Refresh tokens of a database that was kept do not say.
    methods = Set.copyOf(Objects.requireNonNullElse(methods, Set.of()));
  }

  /** What nobody logged in for, and what is bound to no key. */
  Granted(
      String id,
      String clientId,
      String subject,
      Set<String> scopes,
      @Nullable Long authTime,
      @Nullable String nonce,
      boolean refreshable) {
    this(id, clientId, subject, scopes, authTime, nonce, refreshable, Set.of(), null);
  }

  /** The same, the person having logged in by these methods (RFC 8176). */
  Granted provedBy(Set<String> proved) {
    return new Granted(id, clientId, subject, scopes, authTime, nonce, refreshable, proved, key);
  }

  /** The same, bound to the key of this thumbprint (RFC 7638). */
  Granted boundTo(String thumbprint) {
    return new Granted(
        id, clientId, subject, scopes, authTime, nonce, refreshable, methods, thumbprint);
  }

  /** The same for these scopes. */
  Granted narrowedTo(Set<String> fewer) {
    return new Granted(id, clientId, subject, fewer, authTime, nonce, refreshable, methods, key);
  }

  /** The same without a nonce: it belongs to the first ID token alone. */
  Granted withoutNonce() {
    return new Granted(id, clientId, subject, scopes, authTime, null, refreshable, methods, key);
  }
}
