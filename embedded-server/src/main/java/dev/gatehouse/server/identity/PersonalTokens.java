package dev.gatehouse.server.identity;

import dev.gatehouse.server.identity.StoredKeys.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The opaque tokens that people make for programs of theirs: for less than everything, for a while,
 * and to be taken back. Safe for use by many threads.
 */
public final class PersonalTokens {
  /** How many one person may have. */
  public static final int MOST = 50;

  /** How exactly it is noted when one was last of use: no more than one write in that time. */
  static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** How many are kept that were taken back, so that they are recognised as such. */
  private static final int KEPT_AFTERWARDS = 50;

  /**
   * One that was issued just now.
   *
   * @param token in full, for the only time
   * @param stored what is stored of it
   */
  public record Issued(String token, StoredCredential stored) {}

  private final StoredKeys keys;
  private final Clock clock;

  PersonalTokens(StoredKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Issues one.
   *
   * @param name what its person calls it, at most 100 characters
   * @return empty if this person has {@value #MOST} already
   */
  public synchronized Optional<Issued> issue(
      Person person, String name, Set<String> scopes, Instant expiresAt) {
    if (of(person.id()).size() >= MOST) {
      return Optional.empty();
    }
    // What is said of it now is what will be read of it later.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    StoredCredential stored =
        new StoredCredential(
            StoredKeys.newId(),
            person.id(),
            scopes,
            now,
            expiresAt.truncatedTo(ChronoUnit.MILLIS),
            null,
            name,
            null);
    return Optional.of(new Issued(keys.issue(Kind.PERSONAL_TOKEN, stored), stored));
  }

  /** Those of a person that were not taken back, the newest first. */
  public List<StoredCredential> of(String personId) {
    return keys.of(Kind.PERSONAL_TOKEN, personId).stream()
        .filter(token -> token.revokedAt() == null)
        .toList();
  }

  /** One of them. */
  public Optional<StoredCredential> find(String personId, String id) {
    return of(personId).stream().filter(token -> token.id().equals(id)).findFirst();
  }

  /** Takes one back. What happens is nothing if this person has no such token. */
  public synchronized void revoke(String personId, String id) {
    find(personId, id).ifPresent(token -> keys.revoke(token.id(), clock.instant()));
    keys.of(Kind.PERSONAL_TOKEN, personId).stream()
        .filter(token -> token.revokedAt() != null)
        .skip(KEPT_AFTERWARDS)
        .forEach(token -> keys.delete(token.id()));
  }

  /** Notes that a token was of use just now; does nothing if it is no personal one. */
  public void used(StoredCredential token) {
    Instant now = clock.instant();
    Instant unlessSince = now.minus(NOTED_EVERY);
    @Nullable Instant before = token.lastUsedAt();
    if (token.isPersonal() && (before == null || !before.isAfter(unlessSince))) {
      keys.used(token.id(), now, unlessSince);
    }
  }
}
