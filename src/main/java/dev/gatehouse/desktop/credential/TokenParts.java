package dev.gatehouse.desktop.credential;

import dev.gatehouse.server.jose.Base64Url;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The three parts of a compact token as they stand (RFC 7515 §7.1), encoded, good or bad.
 *
 * @param header the first part, in base64url
 * @param payload the second part, in base64url
 * @param signature the third part, in base64url; may be empty
 */
public record TokenParts(String header, String payload, String signature) {
  /** Of a token that is not there. */
  public static final TokenParts NOTHING = new TokenParts("", "", "");

  /** The parts of a token; empty if it does not have three. */
  public static Optional<TokenParts> of(String token) {
    String[] parts = token.strip().split("\\.", -1);
    return parts.length == 3
        ? Optional.of(new TokenParts(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  /** The text of a part; empty if it is not base64url of UTF-8. */
  public static Optional<String> decoded(String part) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(part));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException unreadable) {
      return Optional.empty();
    }
  }

  /** A text as a part. */
  public static String encoded(String text) {
    return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a signature is made over (RFC 7515 §5.1). */
  public String signedText() {
    return header + "." + payload;
  }

  /** The token as it is sent. */
  public String text() {
    return signedText() + "." + signature;
  }
}
