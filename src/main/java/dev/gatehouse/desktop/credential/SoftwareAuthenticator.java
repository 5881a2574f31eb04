package dev.gatehouse.desktop.credential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.KeyPairs;
import dev.gatehouse.server.webauthn.Assertion;
import dev.gatehouse.server.webauthn.Attestation;
import dev.gatehouse.server.webauthn.ClientData;
import dev.gatehouse.server.webauthn.CredentialKey;
import dev.gatehouse.server.webauthn.SignedData;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;

/**
 * An authenticator made of software, and the browser that it is plugged into (WebAuthn §6). It
 * holds one passkey, and says whatever it is told to say: a real one would not.
 *
 * @param credentialId the passkey's public name, base64url
 * @param userHandle the name under which it knows its owner, base64url; empty if it says none
 * @param privateKey a key for ES256
 */
public record SoftwareAuthenticator(String credentialId, String userHandle, PrivateKey privateKey) {
  private static final int ID_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * What browser and authenticator say.
   *
   * @param type {@link ClientData#GET} or {@link ClientData#CREATE}
   * @param challenge the server's, base64url
   * @param origin of the page that asks, for example {@code http://localhost:8085}
   * @param relyingParty the name that the passkey is for, for example {@code localhost}
   * @param flags {@link SignedData#USER_PRESENT} and {@link SignedData#USER_VERIFIED}
   * @param counter how often it was used
   */
  public record Says(
      String type, String challenge, String origin, String relyingParty, byte flags, long counter) {
    /** All is well: somebody was there and unlocked it. */
    public static final byte PRESENT_AND_VERIFIED =
        SignedData.USER_PRESENT | SignedData.USER_VERIFIED;

    private byte[] clientData() {
      return new ClientData(type, challenge, origin, false, null).bytes();
    }
  }

  /**
   * A new passkey.
   *
   * @param registered what was made of it for the server, as JSON
   */
  public record Made(SoftwareAuthenticator authenticator, String registered) {}

  /**
   * The passkey in this.
   *
   * @param pem the private key for ES256 as PEM
   * @throws IllegalArgumentException if it is none
   */
  public static SoftwareAuthenticator with(String credentialId, String userHandle, String pem) {
    return new SoftwareAuthenticator(
        credentialId, userHandle, KeyPairs.privateKey(JwsAlgorithm.ES256, pem));
  }

  /**
   * Makes a passkey.
   *
   * @param options what the server asks for (WebAuthn §5.4)
   * @param origin of the page that asks
   */
  public static Made make(JsonNode options, String origin) {
    KeyPair pair = KeyPairs.generate(JwsAlgorithm.ES256);
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    SoftwareAuthenticator made =
        new SoftwareAuthenticator(
            Base64Url.encode(id), options.path("user").path("id").asText(), pair.getPrivate());
    Says says =
        new Says(
            ClientData.CREATE,
            options.path("challenge").asText(),
            origin,
            options.path("rp").path("id").asText(),
            Says.PRESENT_AND_VERIFIED,
            0);
    String registered =
        Attestation.json(
                made.credentialId(),
                says.clientData(),
                says.relyingParty(),
                says.flags(),
                says.counter(),
                CredentialKey.of((ECPublicKey) pair.getPublic()))
            .toString();
    return new Made(made, registered);
  }

  /**
   * What it says when a server's honest page asks.
   *
   * @param options what the server asks for (WebAuthn §5.5)
   */
  public static Says asked(JsonNode options, String origin, long counter) {
    return new Says(
        ClientData.GET,
        options.path("challenge").asText(),
        origin,
        options.path("rpId").asText(),
        Says.PRESENT_AND_VERIFIED,
        counter);
  }

  /**
   * Uses the passkey: signs what is said.
   *
   * @return what is sent to the server, as JSON in UTF-8
   */
  public byte[] sign(Says says) {
    SignedData signed =
        new SignedData(
            says.clientData(),
            SignedData.authenticatorData(says.relyingParty(), says.flags(), says.counter()));
    return Assertion.json(
            credentialId,
            signed,
            signature(signed.bytes()),
            userHandle.isEmpty() ? null : userHandle)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] signature(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(privateKey);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key for ES256 signs by ES256", e);
    }
  }
}
