package dev.gatehouse.desktop.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.jose.Base64Url;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /**
   * Takes a token apart.
   *
   * @throws CredentialException if it is not three parts of which the first two are base64url
   */
  public static CompactToken parse(String text) throws CredentialException {
    TokenParts parts = TokenParts.of(text).orElseThrow(() -> notThreeParts(text));
    return new CompactToken(
        decoded(parts.header(), "header"), decoded(parts.payload(), "payload"), parts.signature());
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

  /**
   * A claim as text; empty if it is not there or no simple value.
   *
   * @throws CredentialException if the payload is not JSON
   */
  public String claim(String name) throws CredentialException {
    try {
      return JSON.readTree(payload).path(name).asText();
    } catch (IOException notJson) {
      throw new CredentialException("The payload is not JSON.");
    }
  }

  /** The same token with this signature. */
  public CompactToken withSignature(byte[] bytes) {
    return new CompactToken(header, payload, Base64Url.encode(bytes));
  }

  /** The bytes that a signature is made over (RFC 7515 §5.1). */
  public byte[] signingInput() {
    return parts().signedText().getBytes(StandardCharsets.US_ASCII);
  }

  /** The token as it is sent. */
  public String text() {
    return parts().text();
  }

  private static CredentialException notThreeParts(String text) {
    int parts = text.strip().split("\\.", -1).length;
    return new CredentialException(
        "A signed token has three parts with dots between them; this has " + parts + ".");
  }

  private TokenParts parts() {
    return new TokenParts(TokenParts.encoded(header), TokenParts.encoded(payload), signature);
  }

  private static String decoded(String part, String name) throws CredentialException {
    return TokenParts.decoded(part)
        .orElseThrow(
            () -> new CredentialException("The " + name + " is not base64url of a text in UTF-8."));
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
