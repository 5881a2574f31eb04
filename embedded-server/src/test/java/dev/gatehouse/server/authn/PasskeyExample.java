package dev.gatehouse.server.authn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.identity.DemoPasskeys;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.KeyPairs;
import dev.gatehouse.server.webauthn.Assertion;
import dev.gatehouse.server.webauthn.Attestation;
import dev.gatehouse.server.webauthn.ClientData;
import dev.gatehouse.server.webauthn.CredentialKey;
import dev.gatehouse.server.webauthn.SignedData;
import java.security.GeneralSecurityException;
import java.security.Signature;
import org.jspecify.annotations.Nullable;

/** Browser and authenticator in one, which say whatever a test wants them to say. */
final class PasskeyExample {
  static final String ORIGIN = "http://localhost:8085";
  static final byte PRESENT_AND_VERIFIED = SignedData.USER_PRESENT | SignedData.USER_VERIFIED;

  private final DemoPasskeys.Own own;
  private String challenge;
  private String type;
  private String origin = ORIGIN;
  private boolean framed;
  private @Nullable String userHandle;
  private String relyingParty = "localhost";
  private byte flags = PRESENT_AND_VERIFIED;
  private long counter = 1;

  private PasskeyExample(DemoPasskeys.Own own, String type, String challenge) {
    this.own = own;
    this.type = type;
    this.challenge = challenge;
    this.userHandle = own.userHandle();
  }

  /** An assertion that fits this challenge. */
  static PasskeyExample used(DemoPasskeys.Own own, ObjectNode options) {
    return new PasskeyExample(own, ClientData.GET, options.path("challenge").asText());
  }

  /** A new passkey that fits this challenge. */
  static PasskeyExample made(DemoPasskeys.Own own, ObjectNode options) {
    return new PasskeyExample(own, ClientData.CREATE, options.path("challenge").asText());
  }

  PasskeyExample challenge(String other) {
    challenge = other;
    return this;
  }

  PasskeyExample type(String other) {
    type = other;
    return this;
  }

  PasskeyExample origin(String other) {
    origin = other;
    return this;
  }

  PasskeyExample framed() {
    framed = true;
    return this;
  }

  PasskeyExample userHandle(@Nullable String other) {
    userHandle = other;
    return this;
  }

  PasskeyExample relyingParty(String other) {
    relyingParty = other;
    return this;
  }

  PasskeyExample flags(int other) {
    flags = (byte) other;
    return this;
  }

  PasskeyExample counter(long other) {
    counter = other;
    return this;
  }

  /** The request that logs in. */
  Arrival login() {
    return login(own.privateKey());
  }

  /** The same, signed by another key. */
  Arrival login(String privateKey) {
    return json(WebauthnAuthenticator.PATH, assertion(privateKey));
  }

  /** The request that registers. */
  Arrival registration(CredentialKey key) {
    return json(PasskeyRegistration.PATH, attestation(key));
  }

  ObjectNode attestation(CredentialKey key) {
    return Attestation.json(
        own.credentialId(), client().bytes(), relyingParty, flags, counter, key);
  }

  ObjectNode assertion(String privateKey) {
    SignedData signed =
        new SignedData(
            client().bytes(), SignedData.authenticatorData(relyingParty, flags, counter));
    return Assertion.json(
        own.credentialId(), signed, signature(privateKey, signed.bytes()), userHandle);
  }

  static Arrival json(String path, ObjectNode body) {
    return Arrivals.post(path, body.toString(), "Content-Type", "application/json");
  }

  private ClientData client() {
    return new ClientData(type, challenge, origin, framed, null);
  }

  private static byte[] signature(String privateKey, byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(KeyPairs.privateKey(JwsAlgorithm.ES256, privateKey));
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
