package dev.gatehouse.server.webauthn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A new passkey (WebAuthn §5.2.1): what browser and authenticator say, with the public key in it.
 *
 * @param credentialId its public name, base64url
 * @param signed what an attestation would sign, exactly as it came
 * @param client the browser's words
 * @param authenticator the authenticator's words
 * @param credential the new passkey
 * @param statement what the authenticator says of itself (WebAuthn §6.5)
 */
public record Attestation(
    String credentialId,
    SignedData signed,
    ClientData client,
    AuthenticatorData<?> authenticator,
    AttestedCredentialData credential,
    AttestationObject statement) {
  private static final AttestationObjectConverter CONVERTER =
      new AttestationObjectConverter(new ObjectConverter());

  /**
   * Reads one.
   *
   * @param json as {@code PublicKeyCredential.toJSON} writes it
   */
  public static Attestation read(String json) throws WebauthnException {
    CredentialJson written = new CredentialJson(json);
    byte[] object = written.bytes("attestationObject");
    AttestationObject statement = attestationObject(object);
    SignedData signed = new SignedData(written.bytes("clientDataJSON"), authenticatorData(object));
    @Nullable AttestedCredentialData credential =
        statement.getAuthenticatorData().getAttestedCredentialData();
    if (credential == null) {
      throw new WebauthnException("no new passkey in the attestationObject");
    }
    if (!SignedData.base64(credential.getCredentialId()).equals(written.id())) {
      throw new WebauthnException("an id that differs from the authenticator's");
    }
    return new Attestation(
        written.id(),
        signed,
        signed.client(),
        statement.getAuthenticatorData(),
        credential,
        statement);
  }

  /** The new passkey's public key. */
  public CredentialKey key() {
    return new CredentialKey(credential.getCOSEKey());
  }

  /**
   * Writes one in which the authenticator says nothing of itself (WebAuthn §8.7).
   *
   * @param credentialId base64url
   */
  public static ObjectNode json(
      String credentialId,
      byte[] clientDataJson,
      String relyingParty,
      byte flags,
      long counter,
      CredentialKey key) {
    AuthenticatorData<RegistrationExtensionAuthenticatorOutput> data =
        new AuthenticatorData<>(
            SignedData.idHash(relyingParty),
            (byte) (flags | AuthenticatorData.BIT_AT),
            counter,
            new AttestedCredentialData(AAGUID.ZERO, decoded(credentialId), key.cose()));
    byte[] object =
        CONVERTER.convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
    ObjectNode json =
        ClientData.JSON
            .createObjectNode()
            .put("id", credentialId)
            .put("rawId", credentialId)
            .put("type", "public-key");
    json.putObject("response")
        .put("clientDataJSON", SignedData.base64(clientDataJson))
        .put("attestationObject", SignedData.base64(object));
    json.putObject("clientExtensionResults");
    return json;
  }

  private static byte[] decoded(String credentialId) {
    try {
      return Base64Url.decode(credentialId, "the id");
    } catch (JoseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static AttestationObject attestationObject(byte[] bytes) throws WebauthnException {
    try {
      @Nullable AttestationObject object = CONVERTER.convert(bytes);
      if (object != null) {
        return object;
      }
    } catch (RuntimeException unreadable) {
      // Said below: either way there is none.
    }
    throw new WebauthnException("attestationObject that cannot be read");
  }

  private static byte[] authenticatorData(byte[] object) throws WebauthnException {
    byte @Nullable [] data = CONVERTER.extractAuthenticatorData(object);
    if (data == null) {
      throw new WebauthnException("attestationObject without authData");
    }
    return data;
  }
}
