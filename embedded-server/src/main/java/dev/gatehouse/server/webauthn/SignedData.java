package dev.gatehouse.server.webauthn;

import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import dev.gatehouse.server.jose.Base64Url;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an authenticator signs: its own words and a digest of the browser's (WebAuthn §6.3.3).
 *
 * @param clientDataJson the browser's words, exactly as they came
 * @param authenticatorData the authenticator's words, exactly as they came (WebAuthn §6.1)
 */
public record SignedData(byte[] clientDataJson, byte[] authenticatorData) {
  private static final AuthenticatorDataConverter CONVERTER =
      new AuthenticatorDataConverter(new ObjectConverter());

  /** Somebody was there: the button was pressed. */
  public static final byte USER_PRESENT = AuthenticatorData.BIT_UP;

  /** It was the right one: a finger, a face or a PIN. */
  public static final byte USER_VERIFIED = AuthenticatorData.BIT_UV;

  /** What an authenticator says when a passkey is used. */
  public static byte[] authenticatorData(String relyingParty, byte flags, long counter) {
    return CONVERTER.convert(
        new AuthenticatorData<AuthenticationExtensionAuthenticatorOutput>(
            idHash(relyingParty), flags, counter));
  }

  /** SHA-256 of the name that a passkey is for (WebAuthn §6.1, rpIdHash). */
  public static byte[] idHash(String relyingParty) {
    return sha256(relyingParty.getBytes(StandardCharsets.UTF_8));
  }

  /** The browser's words. */
  ClientData client() throws WebauthnException {
    return ClientData.read(clientDataJson);
  }

  /** The authenticator's words. */
  AuthenticatorData<AuthenticationExtensionAuthenticatorOutput> authenticator()
      throws WebauthnException {
    try {
      return CONVERTER.convert(authenticatorData);
    } catch (RuntimeException unreadable) {
      throw new WebauthnException("authenticatorData that cannot be read");
    }
  }

  /** The bytes that are signed. */
  public byte[] bytes() {
    byte[] digest = sha256(clientDataJson);
    return ByteBuffer.allocate(authenticatorData.length + digest.length)
        .put(authenticatorData)
        .put(digest)
        .array();
  }

  /** The flags and the counter in words, for example {@code UP UV, counter 7}. */
  public static String words(AuthenticatorData<?> data) {
    StringBuilder words = new StringBuilder();
    words.append(data.isFlagUP() ? "UP " : "").append(data.isFlagUV() ? "UV " : "");
    words.append(data.isFlagBE() ? "BE " : "").append(data.isFlagBS() ? "BS " : "");
    words.append(data.isFlagAT() ? "AT " : "").append(data.isFlagED() ? "ED " : "");
    return "rpIdHash %s, flags %s, counter %d"
        .formatted(
            HexFormat.of().formatHex(data.getRpIdHash()),
            words.isEmpty() ? "none" : words.toString().strip(),
            data.getSignCount());
  }

  static String base64(byte[] bytes) {
    return Base64Url.encode(bytes);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
