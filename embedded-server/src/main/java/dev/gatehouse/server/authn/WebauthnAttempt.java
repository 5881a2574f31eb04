package dev.gatehouse.server.authn;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Passkey;
import dev.gatehouse.server.webauthn.Assertion;
import dev.gatehouse.server.webauthn.ClientData;
import dev.gatehouse.server.webauthn.WebauthnException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An assertion to be judged, or what is wrong with it.
 *
 * @param arrival the request that it came with
 * @param sent the JSON as it was sent
 * @param read what it says; null if it could not be read
 * @param flaw why it could not be read, in words; empty if it could
 * @param stored the passkey that it is said to be by
 */
public record WebauthnAttempt(
    Arrival arrival, String sent, @Nullable Assertion read, String flaw, Lookup<Passkey> stored) {
  static WebauthnAttempt of(Arrival arrival, String sent, Identity identity) {
    try {
      Assertion read = Assertion.read(sent);
      return new WebauthnAttempt(
          arrival,
          sent,
          read,
          "",
          new Lookup<>(() -> identity.passkeys().find(read.credentialId())));
    } catch (WebauthnException unreadable) {
      return unreadable(arrival, sent, String.valueOf(unreadable.getMessage()));
    }
  }

  static WebauthnAttempt unreadable(Arrival arrival, String sent, String flaw) {
    return new WebauthnAttempt(arrival, sent, null, flaw, new Lookup<>(Optional::empty));
  }

  /** What it says, once it is known that it can be read. */
  Assertion assertion() {
    return requireNonNull(read);
  }

  ClientData client() {
    return assertion().client();
  }

  AuthenticatorData<?> authenticator() {
    return assertion().authenticator();
  }
}
