package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.StoredCredential;
import dev.gatehouse.server.trace.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of every credential that the server handed out and can look up: issued, not taken
 * back, not expired.
 */
final class Lifetime {
  private Lifetime() {}

  /** Whether it was issued here. */
  static Finding known(Optional<StoredCredential> stored) {
    String expected = "one that was issued here";
    return stored
        .map(
            credential ->
                Finding.passed(expected, "issued to " + credential.personId())
                    .with("public identifier", credential.id())
                    .with("issued at", credential.createdAt().toString()))
        .orElseGet(() -> Finding.failed(expected, "nobody knows it"));
  }

  /** Whether it was taken back. */
  static Finding active(StoredCredential stored) {
    @Nullable Instant revokedAt = stored.revokedAt();
    return Finding.of(
        revokedAt == null,
        "not taken back",
        revokedAt == null ? "it was not" : "taken back at " + revokedAt);
  }

  /** Whether its time is over. */
  static Finding expiry(StoredCredential stored, Clock clock) {
    String expected = "a time before its expiry";
    Instant now = clock.instant();
    @Nullable Instant expiresAt = stored.expiresAt();
    if (expiresAt == null) {
      return Finding.passed(expected, "it does not expire");
    }
    return Finding.of(now.isBefore(expiresAt), expected, "it is " + now)
        .with("expires at", expiresAt.toString());
  }
}
