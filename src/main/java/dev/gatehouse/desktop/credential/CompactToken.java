package dev.gatehouse.desktop.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Web Token taken apart (RFC 7515 §7.1), to be read or put together differently. Nothing is
 * verified here: this is what a caller writes, genuine or not.
 *
 * @param header the header as JSON text
 * @param payload the payload as JSON text
 * @param signature the third part as it stands, in base64url; may be empty
 */
public record CompactToken(String header, String payload, String signature) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /**
   * Takes a token apart.
   *
   * @throws CredentialException if it is not three parts of which the first two are base64url
   */
  public static CompactToken parse(String text) throws CredentialException {
    String[] parts = text.strip().split("\\.", -1);
    if (parts.length != 3) {
      throw new CredentialException(
          "A signed token has three parts with dots between them; this has " + parts.length + ".");
    }
    return new CompactToken(decoded(parts[0], "header"), decoded(parts[1], "payload"), parts[2]);
  }

  /**
   * The same token with this header parameter, the signature kept as it stands; null takes the
   * parameter out.
   */
  public CompactToken withHeader(String name, @Nullable Object value) throws CredentialException {
    return new CompactToken(changed(header, "header", name, value), payload, signature);
  }

  /** The same token with this claim, the signature kept as it stands; null takes the claim out. */
  public CompactToken withClaim(String name, @Nullable Object value) throws CredentialException {
    return new CompactToken(header, changed(payload, "payload", name, value), signature);
  }

  /** The same token with this signature. */
  public CompactToken withSignature(byte[] bytes) {
    return new CompactToken(header, payload, ENCODER.encodeToString(bytes));
  }

  /** The bytes that a signature is made over (RFC 7515 §5.1). */
  public byte[] signingInput() {
    return (encoded(header) + "." + encoded(payload)).getBytes(StandardCharsets.US_ASCII);
  }

  /** The token as it is sent. */
  public String text() {
    return encoded(header) + "." + encoded(payload) + "." + signature;
  }

  /** The text of a part. */
  static String decoded(String part, String name) throws CredentialException {
    try {
      return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw new CredentialException("The " + name + " is not base64url.");
    }
  }

  /** A part of this text. */
  static String encoded(String part) {
    return ENCODER.encodeToString(part.getBytes(StandardCharsets.UTF_8));
  }

  private static String changed(String part, String what, String name, @Nullable Object value)
      throws CredentialException {
    try {
      JsonNode node = JSON.readTree(part);
      if (!(node instanceof ObjectNode object)) {
        throw new CredentialException("The " + what + " is not a JSON object.");
      }
      if (value == null) {
        object.remove(name);
      } else {
        object.set(name, JSON.valueToTree(value));
      }
      return JSON.writeValueAsString(object);
    } catch (IOException notJson) {
      throw new CredentialException("The " + what + " is not JSON.");
    }
  }
}
