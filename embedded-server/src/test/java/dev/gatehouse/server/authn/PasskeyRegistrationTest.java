package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.PackedAttestationStatement;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.DemoPasskeys;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Passkeys;
import dev.gatehouse.server.identity.Secrets;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.KeyPairs;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Verification;
import dev.gatehouse.server.webauthn.Attestation;
import dev.gatehouse.server.webauthn.CredentialKey;
import dev.gatehouse.server.webauthn.RelyingParty;
import dev.gatehouse.server.webauthn.SignedData;
import dev.gatehouse.server.webauthn.WebauthnException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New passkeys: each check fails alone. */
final class PasskeyRegistrationTest {
  private final Identity identity = DemoIdentity.identity();
  private final PasskeyCeremonies ceremonies =
      new PasskeyCeremonies(
          RelyingParty.servedAt(URI.create("http://127.0.0.1:8085")),
          identity,
          DemoIdentity.clock());
  private final PasskeyRegistration registration =
      new PasskeyRegistration(identity, ceremonies, DemoIdentity.clock());
  private final KeyPair pair = KeyPairs.generate(JwsAlgorithm.ES256);
  private final CredentialKey key = CredentialKey.of((ECPublicKey) pair.getPublic());
  private final DemoPasskeys.Own own =
      new DemoPasskeys.Own(Secrets.bits256(), "", KeyPairs.pem(pair.getPrivate()));

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private PasskeyExample made() {
    return made("bob");
  }

  private PasskeyExample made(String person) {
    return PasskeyExample.made(
        own, ceremonies.registrationOptions(identity.person(person).orElseThrow()));
  }

  private Verification judge(Arrival arrival) {
    return caller("bob")
        .then(
            weakness -> false,
            registration.checks(),
            principal -> registration.attempt(arrival, principal));
  }

  private Verification caller(String person) {
    return Verification.begin(weakness -> false)
        .conclude("basic", "Basic", () -> identity.person(person).orElseThrow().claimant());
  }

  private void refused(Arrival arrival, String check) {
    Verification verification = judge(arrival);
    assertVerification(verification).isRefusedAt(check);
    assertThat(verification.result()).isEqualTo(Verification.Result.REJECTED);
  }

  private void refused(PasskeyExample example, String check) {
    refused(example.registration(key), check);
  }

  @Test
  void aNewPasskeyIsStoredUnderTheNameThatTheAuthenticatorWasGiven() {
    var options = ceremonies.registrationOptions(identity.person("bob").orElseThrow());
    Arrival arrival = PasskeyExample.made(own, options).registration(key);
    Principal bob = judge(arrival).principal().orElseThrow();

    registration.store(arrival, bob);

    assertThat(identity.passkeys().of("bob"))
        .anySatisfy(
            stored -> {
              assertThat(stored.credentialId()).isEqualTo(own.credentialId());
              assertThat(stored.userHandle()).isEqualTo(options.path("user").path("id").asText());
              assertThat(CredentialKey.kept(stored.publicKey()).isUsable()).isTrue();
            });
  }

  @Test
  void whoHasNotProvedWhoTheyAreIsAskedNothingMore() {
    Verification nobody =
        Verification.begin(weakness -> false)
            .concludeWithNobody()
            .then(
                weakness -> false,
                registration.checks(),
                principal -> registration.attempt(made().registration(key), principal));

    assertThat(nobody.checks()).allMatch(check -> check.outcome() == Outcome.NOT_REACHED);
    assertThat(nobody.principal()).isEmpty();
  }

  @Test
  void whatIsNoPasskeyIsRefusedAtTheWellFormedCheck() {
    refused(Arrivals.post(PasskeyRegistration.PATH, "{}"), "passkey.well-formed");
  }

  @Test
  void anotherNameThanTheAuthenticatorsIsRefusedAtTheWellFormedCheck() {
    var json = made().attestation(key).put("id", "AAAA").put("rawId", "AAAA");

    refused(PasskeyExample.json(PasskeyRegistration.PATH, json), "passkey.well-formed");
  }

  @Test
  void theChallengeOfSomebodyElseIsRefusedAtTheChallengeCheck() {
    refused(made("alice"), "passkey.challenge");
  }

  @Test
  void aChallengeForALoginIsRefusedAtTheChallengeCheck() {
    refused(PasskeyExample.made(own, ceremonies.loginOptions()), "passkey.challenge");
  }

  @Test
  void aReplayIsRefusedAtTheChallengeCheck() {
    Arrival arrival = made().registration(key);
    assertVerification(judge(arrival)).proves("bob");

    refused(arrival, "passkey.challenge");
  }

  @Test
  void whatWasSignedToLogInIsRefusedAtTheTypeCheck() {
    refused(made().type("webauthn.get"), "passkey.type");
  }

  @Test
  void anotherPageIsRefusedAtTheOriginCheck() {
    refused(made().origin("https://attacker.example"), "passkey.origin");
  }

  @Test
  void aPasskeyForAnotherSiteIsRefusedAtTheRpIdCheck() {
    refused(made().relyingParty("attacker.example"), "passkey.rp-id");
  }

  @Test
  void anUnattendedAuthenticatorIsRefusedAtThePresentCheck() {
    refused(made().flags(SignedData.USER_VERIFIED), "passkey.user-present");
  }

  @Test
  void aMerePressIsRefusedAtTheVerifiedCheck() {
    refused(made().flags(SignedData.USER_PRESENT), "passkey.user-verified");
  }

  @Test
  void aKeyOfAKindThatNobodyAskedForIsRefusedAtTheAlgorithmCheck() {
    EC2COSEKey other =
        EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES384);

    refused(made().registration(new CredentialKey(other)), "passkey.algorithm");
  }

  @Test
  void aKeyThatDoesNotFitItsAlgorithmIsRefusedAtTheAlgorithmCheck() {
    EC2COSEKey other =
        EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.RS256);

    refused(made().registration(new CredentialKey(other)), "passkey.algorithm");
  }

  /** A new passkey about which an authenticator says something, signed with this key. */
  private Arrival attested(String privateKey) throws GeneralSecurityException, WebauthnException {
    ObjectNode json = made().attestation(key);
    Attestation plain = Attestation.read(json.toString());
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(KeyPairs.privateKey(JwsAlgorithm.ES256, privateKey));
    signature.update(plain.signed().bytes());
    AttestationObject packed =
        new AttestationObject(
            plain.statement().getAuthenticatorData(),
            new PackedAttestationStatement(COSEAlgorithmIdentifier.ES256, signature.sign(), null));
    json.withObjectProperty("response")
        .put(
            "attestationObject",
            Base64Url.encode(
                new AttestationObjectConverter(new ObjectConverter()).convertToBytes(packed)));
    return PasskeyExample.json(PasskeyRegistration.PATH, json);
  }

  @Test
  void whatAnotherKeySaysOfItIsRefusedAtTheAttestationCheck() throws Exception {
    String another = KeyPairs.pem(KeyPairs.generate(JwsAlgorithm.ES256).getPrivate());

    refused(attested(another), "passkey.attestation");
  }

  @Test
  void whatThePasskeySaysOfItselfIsBelieved() throws Exception {
    assertVerification(judge(attested(own.privateKey()))).proves("bob");
  }

  @Test
  void aPasskeyThatIsRegisteredAlreadyIsRefusedAtTheNewCheck() {
    DemoPasskeys.Own alices = DemoIdentity.passkey("alice");
    PasskeyExample copied =
        PasskeyExample.made(
            alices, ceremonies.registrationOptions(identity.person("bob").orElseThrow()));

    refused(copied, "passkey.new");
  }

  @Test
  void oneMoreThanAnybodyNeedsIsRefusedAtTheNewCheck() {
    for (int i = 0; i < Passkeys.PER_PERSON; i++) {
      DemoPasskeys.Own one = new DemoPasskeys.Own(Secrets.bits256(), "", own.privateKey());
      Arrival arrival =
          PasskeyExample.made(
                  one, ceremonies.registrationOptions(identity.person("bob").orElseThrow()))
              .registration(key);
      judge(arrival).principal().ifPresent(bob -> registration.store(arrival, bob));
    }

    refused(made(), "passkey.new");
  }
}
