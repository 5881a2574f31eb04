package dev.gatehouse.server.oauth;

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
 */
record Granted(
    String id,
    String clientId,
    String subject,
    Set<String> scopes,
    @Nullable Long authTime,
    @Nullable String nonce,
    boolean refreshable) {
  Granted {
    scopes = Set.copyOf(scopes);
  }

  /** The same for these scopes. */
  Granted narrowedTo(Set<String> fewer) {
    return new Granted(id, clientId, subject, fewer, authTime, nonce, refreshable);
  }

  /** The same without a nonce: it belongs to the first ID token alone. */
  Granted withoutNonce() {
    return new Granted(id, clientId, subject, scopes, authTime, null, refreshable);
  }
}
