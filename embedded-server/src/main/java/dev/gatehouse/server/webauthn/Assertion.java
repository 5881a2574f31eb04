package dev.gatehouse.server.webauthn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import org.jspecify.annotations.Nullable;

/**
 * The proof that somebody has a passkey (WebAuthn §5.2.2): what browser and authenticator say, and
 * a signature over both.
 *
 * @param credentialId the passkey's public name, base64url
 * @param signed what is signed, exactly as it came
 * @param signature the signature
 * @param userHandle the name under which the authenticator knows its owner, base64url, if it says
 * @param client the browser's words
 * @param authenticator the authenticator's words
 */
public record Assertion(
    String credentialId,
    SignedData signed,
    byte[] signature,
    @Nullable String userHandle,
    ClientData client,
    AuthenticatorData<?> authenticator) {
  /**
   * Reads one.
   *
   * @param json as {@code PublicKeyCredential.toJSON} writes it
   */
  public static Assertion read(String json) throws WebauthnException {
    CredentialJson credential = new CredentialJson(json);
    SignedData signed =
        new SignedData(credential.bytes("clientDataJSON"), credential.bytes("authenticatorData"));
    return new Assertion(
        credential.id(),
        signed,
        credential.bytes("signature"),
        credential.optional("userHandle"),
        signed.client(),
        signed.authenticator());
  }

  /**
   * Writes one.
   *
   * @param credentialId base64url
   * @param userHandle base64url
   */
  public static ObjectNode json(
      String credentialId, SignedData signed, byte[] signature, @Nullable String userHandle) {
    ObjectNode json =
        ClientData.JSON
            .createObjectNode()
            .put("id", credentialId)
            .put("rawId", credentialId)
            .put("type", "public-key");
    ObjectNode response =
        json.putObject("response")
            .put("clientDataJSON", SignedData.base64(signed.clientDataJson()))
            .put("authenticatorData", SignedData.base64(signed.authenticatorData()))
            .put("signature", SignedData.base64(signature));
    if (userHandle != null) {
      response.put("userHandle", userHandle);
    }
    json.putObject("clientExtensionResults");
    return json;
  }
}
