package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.StoredCredential;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One secret to be judged that, if it is genuine, the server handed out and can look up: issued,
 * not taken back, not expired.
 *
 * @param presented what was sent
 * @param stored what is known of it
 * @param clock the time by which it is judged
 */
record IssuedSecret(Presented presented, Lookup<StoredCredential> stored, Clock clock) {
  /** Whether it was issued here. */
  Finding known() {
    String expected = "one that was issued here";
    return stored
        .get()
        .map(
            credential ->
                named(Finding.passed(expected, "issued to " + credential.personId()), credential)
                    .with("public identifier", credential.id())
                    .with("issued at", credential.createdAt().toString()))
        .orElseGet(() -> Finding.failed(expected, "nobody knows it"));
  }

  /** What its person calls it, and when it was of use before now. */
  private static Finding named(Finding finding, StoredCredential credential) {
    @Nullable String name = credential.name();
    if (name == null) {
      return finding;
    }
    @Nullable Instant lastUsedAt = credential.lastUsedAt();
    return finding
        .with("personal token", name)
        .with("last used at", lastUsedAt == null ? "never before" : lastUsedAt.toString());
  }

  /** Whether it was taken back. */
  Finding active() {
    @Nullable Instant revokedAt = stored.orElseThrow().revokedAt();
    return Finding.of(
        revokedAt == null,
        "not taken back",
        revokedAt == null ? "it was not" : "taken back at " + revokedAt);
  }

  /** Whether its time is over. */
  Finding expiry() {
    String expected = "a time before its expiry";
    Instant now = clock.instant();
    @Nullable Instant expiresAt = stored.orElseThrow().expiresAt();
    if (expiresAt == null) {
      return Finding.passed(expected, "it does not expire");
    }
    return Finding.of(now.isBefore(expiresAt), expected, "it is " + now)
        .with("expires at", expiresAt.toString());
  }

  /** Whom it stands for, with what it allows. */
  Claimant claimant(Identity identity) {
    StoredCredential credential = stored.orElseThrow();
    return identity.person(credential.personId()).orElseThrow().claimant(credential.scopes());
  }
}
