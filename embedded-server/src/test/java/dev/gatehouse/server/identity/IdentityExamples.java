package dev.gatehouse.server.identity;

import dev.gatehouse.server.identity.StoredKeys.Kind;
import java.time.Duration;
import java.time.Instant;

/** Credentials that the seed does not have, added to the shared demo identity. */
public final class IdentityExamples {
  private IdentityExamples() {}

  /** An API key of this person that lasts no longer than that. */
  public static String apiKey(String personId, Duration lifetime) {
    Instant now = DemoIdentity.clock().instant();
    Person person = DemoIdentity.identity().person(personId).orElseThrow();
    return DemoIdentity.identity().keys().issue(Kind.API_KEY, person, now, now.plus(lifetime));
  }

  /** A key that was issued to this person, who need not be there. */
  public static SigningKey signingKey(String personId) {
    return DemoIdentity.identity().signingKeys().issue(personId, DemoIdentity.clock().instant());
  }
}
