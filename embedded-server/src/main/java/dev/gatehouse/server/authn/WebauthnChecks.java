package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Passkey;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import dev.gatehouse.server.webauthn.Assertion;
import dev.gatehouse.server.webauthn.ClientData;
import dev.gatehouse.server.webauthn.CredentialKey;
import dev.gatehouse.server.webauthn.SignedData;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an assertion by a passkey has to pass (Web Authentication Level 3 §7.2). */
final class WebauthnChecks {
  private static final Weakness WEBAUTHN_CHALLENGE_REUSE =
      new Weakness("webauthn-challenge-reuse", "takes an assertion again that was used before");
  private static final Weakness WEBAUTHN_IGNORE_ORIGIN =
      new Weakness("webauthn-ignore-origin", "does not care which page asked for the passkey");
  private static final Weakness WEBAUTHN_IGNORE_COUNTER =
      new Weakness("webauthn-ignore-counter", "does not notice that there are two of a passkey");

  private final List<Check<WebauthnAttempt>> checks =
      List.of(
          check(
                  "webauthn.well-formed",
                  "Can the assertion be read?",
                  "WebAuthn L3 §5.2.2",
                  this::wellFormed)
              .refusedWith(Refusal.of(400)),
          check(
                  "login.origin",
                  "Does no other site's page send it?",
                  "W3C Fetch Metadata",
                  this::site)
              .because("A stranger's page could log the browser in as the stranger.")
              .refusedWith(Refusal.of(403)),
          check(
                  "webauthn.credential-known",
                  "Was this passkey registered here?",
                  "WebAuthn L3 §7.2",
                  this::known)
              .because(
                  "The server has the public key only. Whoever steals it cannot log in with it."),
          check(
                  "webauthn.challenge",
                  "Did this server just ask for it?",
                  "WebAuthn L3 §7.2",
                  this::asked)
              .because("The challenge is new for each login, so an old assertion is of no use.")
              .removedBy(WEBAUTHN_CHALLENGE_REUSE),
          check("webauthn.type", "Was it signed to log in?", "WebAuthn L3 §7.2", this::purpose)
              .because("What was signed to register a passkey must not log anybody in."),
          check("webauthn.origin", "Did our own page ask for it?", "WebAuthn L3 §7.2", this::origin)
              .because(
                  "The browser says which page it shows, and people cannot be talked out of it. That is what makes"
                      + " passkeys safe from phishing.")
              .removedBy(WEBAUTHN_IGNORE_ORIGIN),
          check(
              "webauthn.rp-id",
              "Is the passkey meant for this site?",
              "WebAuthn L3 §7.2",
              this::relyingParty),
          check("webauthn.user-present", "Was somebody there?", "WebAuthn L3 §7.2", this::present)
              .because("A program alone must not be able to use somebody's passkey unnoticed."),
          check(
                  "webauthn.user-verified",
                  "Did they unlock it: finger, face or PIN?",
                  "WebAuthn L3 §7.2",
                  this::verified)
              .because("A passkey stands for the password too, so finding one must not be enough."),
          check(
                  "webauthn.backup",
                  "Do its words on copies agree?",
                  "WebAuthn L3 §7.2",
                  this::backup)
              .because("Whether a passkey may be copied is settled when it is made."),
          check(
                  "webauthn.signature",
                  "Does the signature fit the public key?",
                  "WebAuthn L3 §7.2",
                  this::signature)
              .because("Until here anybody could have written it."),
          check(
                  "webauthn.counter",
                  "Has it been used more often than before?",
                  "WebAuthn L3 §6.1.1",
                  this::counter)
              .because(
                  "Each use counts up. A number that was there already says that a copy is in use. Those that never count"
                      + " cannot tell.")
              .removedBy(WEBAUTHN_IGNORE_COUNTER),
          check("webauthn.person", "Is its owner still here?", "OWASP API2:2023", this::person));

  private final Identity identity;
  private final PasskeyCeremonies ceremonies;
  private final PasskeyFindings findings;

  WebauthnChecks(Identity identity, PasskeyCeremonies ceremonies) {
    this.identity = identity;
    this.ceremonies = ceremonies;
    this.findings = new PasskeyFindings(ceremonies);
  }

  /** All of them, in order. */
  List<Check<WebauthnAttempt>> list() {
    return checks;
  }

  private Finding wellFormed(WebauthnAttempt attempt) {
    String expected = "a PublicKeyCredential with an assertion, as JSON";
    @Nullable Assertion read = attempt.read();
    return (read == null
            ? Finding.failed(expected, attempt.flaw())
            : Finding.passed(expected, "such JSON")
                .with(
                    "client data",
                    new String(read.signed().clientDataJson(), StandardCharsets.UTF_8))
                .with("authenticator data", SignedData.words(read.authenticator())))
        .withSecret("as sent", attempt.sent());
  }

  private Finding site(WebauthnAttempt attempt) {
    return SiteOfOrigin.isOurs(attempt.arrival());
  }

  private Finding known(WebauthnAttempt attempt) {
    String expected = "one that was registered here";
    Assertion said = attempt.assertion();
    Optional<Passkey> passkey = attempt.stored().get();
    if (passkey.isEmpty()) {
      return Finding.failed(expected, "nobody knows it").with("credential id", said.credentialId());
    }
    // Nobody has said before who they are, so the authenticator has to.
    boolean same = passkey.get().userHandle().equals(said.userHandle());
    return Finding.of(
            same,
            expected + " by whom its user handle names",
            same
                ? "registered by " + passkey.get().personId()
                : said.userHandle() == null
                    ? "it says no user handle"
                    : "registered by somebody else than its user handle says")
        .with("credential id", said.credentialId())
        .with("registered at", passkey.get().createdAt().toString());
  }

  private Finding asked(WebauthnAttempt attempt) {
    ClientData client = attempt.client();
    return findings.challenge(client, ceremonies.isForLogin(client.challenge()));
  }

  private Finding purpose(WebauthnAttempt attempt) {
    return PasskeyFindings.type(attempt.client(), ClientData.GET);
  }

  private Finding origin(WebauthnAttempt attempt) {
    return findings.origin(attempt.client());
  }

  private Finding relyingParty(WebauthnAttempt attempt) {
    return findings.relyingParty(attempt.authenticator());
  }

  private Finding present(WebauthnAttempt attempt) {
    return PasskeyFindings.present(attempt.authenticator());
  }

  private Finding verified(WebauthnAttempt attempt) {
    return PasskeyFindings.verified(attempt.authenticator());
  }

  private Finding backup(WebauthnAttempt attempt) {
    return PasskeyFindings.backup(attempt.authenticator(), attempt.stored().orElseThrow());
  }

  private Finding signature(WebauthnAttempt attempt) throws GeneralSecurityException {
    Assertion said = attempt.assertion();
    CredentialKey key = CredentialKey.kept(attempt.stored().orElseThrow().publicKey());
    boolean fits = key.verifies(said.signed().bytes(), said.signature());
    return Finding.of(
        fits,
        "a signature over the authenticator's words and a digest of the browser's",
        fits ? "it fits" : "it was made by another key, or over something else");
  }

  private Finding counter(WebauthnAttempt attempt) {
    Passkey passkey = attempt.stored().orElseThrow();
    long counter = attempt.authenticator().getSignCount();
    boolean counts = passkey.counter() > 0 || counter > 0;
    boolean noted = identity.passkeys().count(passkey.credentialId(), counter);
    return Finding.of(
        noted,
        counts ? "more than " + passkey.counter() : "0, for it never counted",
        Long.toString(counter));
  }

  private Finding person(WebauthnAttempt attempt) {
    String id = attempt.stored().orElseThrow().personId();
    boolean known = identity.person(id).isPresent();
    return Finding.of(known, "a person known here", known ? id : id + " is gone");
  }
}
