package dev.gatehouse.server.identity;

import dev.gatehouse.server.authz.Assurance;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a browser's session. The identifier itself is not: only its digest.
 *
 * @param personId whose it is
 * @param methods how its owner proved who they are, for example {@code pwd} (RFC 8176)
 * @param createdAt when it was begun
 * @param idleUntil when it expires if it is not used again
 * @param endsAt when it expires in any case
 * @param endedAt when it was ended by logging out, or null
 * @param idDigest the digest of its identifier
 * @param csrfDigest the digest of its CSRF token
 * @param number its place in the order in which sessions were begun here
 * @param renewedAs the digest of the identifier of the session that followed it when somebody
 *     logged in, or null
 */
public record Session(
    String personId,
    Set<String> methods,
    Instant createdAt,
    Instant idleUntil,
    Instant endsAt,
    @Nullable Instant endedAt,
    String idDigest,
    String csrfDigest,
    long number,
    @Nullable String renewedAs) {

  public Session {
    methods = Set.copyOf(methods);
  }

  /**
   * A session that was begun just now, with what only its owner may know. It cannot be had again.
   *
   * @param id the session identifier, for the cookie
   * @param csrfToken for the {@code X-CSRF-Token} header of calls that change something
   * @param session what is stored
   */
  public record Begun(String id, String csrfToken, Session session) {}

  /** How sure it is whose session this is. */
  public Assurance assurance() {
    return Assurance.of(methods);
  }

  /** Whether this is the session's identifier. Compared in constant time. */
  public boolean isNamed(String id) {
    return Secrets.fits(idDigest, id);
  }

  /** Whether this is the session's CSRF token. Compared in constant time. */
  public boolean csrfTokenIs(String presented) {
    return Secrets.fits(csrfDigest, presented);
  }
}
