package dev.gatehouse.server.identity;

import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.identity.StoredKeys.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

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

  /** A key for HTTP messages as the server has it. */
  public static MessageKey messageKey(String keyId) {
    return DemoIdentity.identity().messageKey(keyId).orElseThrow();
  }

  /** A shared secret for HTTP messages that was issued to this person, who need not be there. */
  public static DemoKeys.Own sharedMessageKey(String personId) {
    Identity identity = DemoIdentity.identity();
    return new DemoKeys(identity.messageKeys(), Set.of(personId), DemoIdentity.clock())
        .of(personId, SignatureAlgorithm.HMAC_SHA256)
        .orElseThrow();
  }

  /** A passkey that was registered by this person, who need not be there. */
  public static DemoPasskeys.Own passkey(String personId) {
    Identity identity = DemoIdentity.identity();
    return new DemoPasskeys(identity.passkeys(), Set.of(personId), DemoIdentity.clock())
        .of(personId)
        .orElseThrow();
  }
}
