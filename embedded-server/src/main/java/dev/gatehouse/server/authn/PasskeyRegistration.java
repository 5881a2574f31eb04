package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;
import static java.util.Objects.requireNonNull;

import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.AttestationStatement;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.attestation.statement.PackedAttestationStatement;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Passkey;
import dev.gatehouse.server.identity.Passkeys;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.webauthn.Attestation;
import dev.gatehouse.server.webauthn.ClientData;
import dev.gatehouse.server.webauthn.CredentialKey;
import dev.gatehouse.server.webauthn.WebauthnException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A new passkey of somebody who has proved who they are: {@code POST /me/passkeys} with what the
 * browser's {@code navigator.credentials.create} gave (Web Authentication Level 3 §7.1). These are
 * checks after those of the caller's own credential.
 */
public final class PasskeyRegistration {
  /** Where the passkeys of the caller are. */
  public static final String PATH = "/me/passkeys";

  /** The name of this list of checks. */
  public static final String TYPE = "webauthn-registration";

  /**
   * A new passkey to be judged, or what is wrong with it.
   *
   * @param personId who registers it
   * @param sent the JSON as it was sent
   * @param read what it says; null if it could not be read
   * @param flaw why it could not be read, in words; empty if it could
   */
  record Attempt(String personId, String sent, @Nullable Attestation read, String flaw) {
    Attestation attestation() {
      return requireNonNull(read);
    }

    ClientData client() {
      return attestation().client();
    }

    AuthenticatorData<?> authenticator() {
      return attestation().authenticator();
    }
  }

  private final List<Check<Attempt>> checks =
      Stream.of(
              check(
                  "passkey.well-formed",
                  "Can the new passkey be read?",
                  "WebAuthn L3 §5.2.1",
                  PasskeyRegistration::wellFormed),
              check(
                      "passkey.challenge",
                      "Did this server just ask this person?",
                      "WebAuthn L3 §7.1",
                      this::challenge)
                  .because(
                      "Else a stranger could have their own passkey registered as somebody else's."),
              check(
                  "passkey.type",
                  "Was it signed to register a passkey?",
                  "WebAuthn L3 §7.1",
                  (Attempt attempt) -> PasskeyFindings.type(attempt.client(), ClientData.CREATE)),
              check(
                  "passkey.origin",
                  "Did our own page ask for it?",
                  "WebAuthn L3 §7.1",
                  this::origin),
              check(
                  "passkey.rp-id",
                  "Is it meant for this site?",
                  "WebAuthn L3 §7.1",
                  this::relyingParty),
              check(
                  "passkey.user-present",
                  "Was somebody there?",
                  "WebAuthn L3 §7.1",
                  (Attempt attempt) -> PasskeyFindings.present(attempt.authenticator())),
              check(
                  "passkey.user-verified",
                  "Did they unlock it: finger, face or PIN?",
                  "WebAuthn L3 §7.1",
                  (Attempt attempt) -> PasskeyFindings.verified(attempt.authenticator())),
              check(
                  "passkey.algorithm",
                  "Is the key of a kind that was asked for?",
                  "WebAuthn L3 §7.1",
                  PasskeyRegistration::algorithm),
              check(
                      "passkey.attestation",
                      "Does what it says of itself hold?",
                      "WebAuthn L3 §7.1",
                      PasskeyRegistration::statement)
                  .because(
                      "An employer may want to know the maker of an authenticator. Nobody here does, so none is asked."),
              check(
                      "passkey.new",
                      "Is it new, and is there room for it?",
                      "WebAuthn L3 §7.1",
                      this::isNew)
                  .because("Two people with the same passkey could log in as each other."))
          .map(check -> check.refusedWith(Refusal.of(400)))
          .toList();

  private final Identity identity;
  private final PasskeyCeremonies ceremonies;
  private final PasskeyFindings findings;
  private final Clock clock;

  /**
   * Registration at one server.
   *
   * @param ceremonies that give out the challenges
   */
  public PasskeyRegistration(Identity identity, PasskeyCeremonies ceremonies, Clock clock) {
    this.identity = identity;
    this.ceremonies = ceremonies;
    this.findings = new PasskeyFindings(ceremonies);
    this.clock = clock;
  }

  /** Whether a request wants to register one. */
  static boolean isMeantBy(Arrival arrival) {
    return arrival.method().equals("POST") && arrival.path().equals(PATH);
  }

  /** The ordered checks. */
  List<Check<Attempt>> checks() {
    return checks;
  }

  Attempt attempt(Arrival arrival, Principal caller) {
    String sent = new String(arrival.body(), StandardCharsets.UTF_8);
    try {
      return new Attempt(caller.id(), sent, Attestation.read(sent), "");
    } catch (WebauthnException unreadable) {
      return new Attempt(caller.id(), sent, null, String.valueOf(unreadable.getMessage()));
    }
  }

  /**
   * Stores a passkey whose checks have all passed.
   *
   * @throws IllegalStateException if they cannot have
   */
  public Passkey store(Arrival arrival, Principal caller) {
    Attestation said = attempt(arrival, caller).attestation();
    Passkey passkey =
        new Passkey(
            said.credentialId(),
            caller.id(),
            ceremonies
                .userHandle(said.client().challenge(), caller.id())
                .orElseThrow(() -> new IllegalStateException("its challenge was not ours")),
            said.key().bytes(),
            said.authenticator().getSignCount(),
            said.authenticator().isFlagBE(),
            clock.instant());
    identity.passkeys().add(passkey);
    return passkey;
  }

  private static Finding wellFormed(Attempt attempt) {
    String expected = "a PublicKeyCredential with an attestation, as JSON";
    return (attempt.read() == null
            ? Finding.failed(expected, attempt.flaw())
            : Finding.passed(expected, "such JSON"))
        .withSecret("as sent", attempt.sent());
  }

  private Finding challenge(Attempt attempt) {
    ClientData client = attempt.client();
    boolean ours = ceremonies.userHandle(client.challenge(), attempt.personId()).isPresent();
    return findings.challenge(client, ours);
  }

  private Finding origin(Attempt attempt) {
    return findings.origin(attempt.client());
  }

  private Finding relyingParty(Attempt attempt) {
    return findings.relyingParty(attempt.authenticator());
  }

  private static Finding algorithm(Attempt attempt) {
    CredentialKey key = attempt.attestation().key();
    boolean asked = CredentialKey.ALGORITHMS.contains(key.algorithm());
    boolean usable = asked && key.isUsable();
    return Finding.of(
        usable,
        "one of " + CredentialKey.ALGORITHMS,
        usable || !asked ? Long.toString(key.algorithm()) : "a key that cannot be used");
  }

  private static Finding statement(Attempt attempt) throws GeneralSecurityException {
    String expected = "none, or packed and signed by the passkey itself";
    Attestation said = attempt.attestation();
    AttestationStatement statement = said.statement().getAttestationStatement();
    if (statement instanceof NoneAttestationStatement) {
      return Finding.passed(expected, "none");
    }
    if (!(statement instanceof PackedAttestationStatement packed) || packed.getX5c() != null) {
      return Finding.failed(expected, "something else: " + said.statement().getFormat());
    }
    boolean fits =
        packed.getAlg().getValue() == said.key().algorithm()
            && said.key().verifies(said.signed().bytes(), packed.getSig());
    return Finding.of(fits, expected, fits ? "packed, and it fits" : "packed, by another key");
  }

  private Finding isNew(Attempt attempt) {
    Passkeys passkeys = identity.passkeys();
    boolean known = passkeys.find(attempt.attestation().credentialId()).isPresent();
    boolean full = passkeys.of(attempt.personId()).size() >= Passkeys.PER_PERSON;
    return Finding.of(
        !known && !full,
        "a new one, of at most " + Passkeys.PER_PERSON,
        known ? "registered already" : full ? "there are as many already" : "it is new");
  }
}
