package dev.gatehouse.server.scram;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How the messages of SCRAM are written (RFC 5802 §7), and how they travel in HTTP (RFC 7804 §5).
 */
public final class ScramText {
  /** The scheme in HTTP headers. */
  public static final String SCHEME = "SCRAM-SHA-256";

  /** At its end the HttpClient of Apache writes no equals signs, so they may be missing. */
  static final String BASE64 = "([A-Za-z0-9/+]++={0,2}+)";

  static final String NONCE = "([!-+\\--~]++)";
  static final String NAME = "((?:[^,=\0]|=2C|=3D)++)";

  /** What may follow what is defined, m, which must be understood, excepted. */
  static final String EXTENSIONS = "(?:,[a-lnoq-zA-Z]=[^,\0]++)*+";

  private ScramText() {}

  /** A message as it stands in the parameter {@code data}. */
  public static String data(String message) {
    return base64(message.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The message in a parameter {@code data}. The examples of RFC 7804 have a line feed at the end
   * of each message that is in no computation; it is taken away.
   *
   * @throws ScramException if it is not Base64 of UTF-8
   */
  public static String message(String data) throws ScramException {
    try {
      String message =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(data))).toString();
      return message.endsWith("\n") ? message.substring(0, message.length() - 1) : message;
    } catch (CharacterCodingException notUtf8) {
      throw new ScramException("data that is not UTF-8");
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] bytes(String base64) throws ScramException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw new ScramException("something that is not Base64");
    }
  }

  static String escaped(String name) {
    return name.replace("=", "=3D").replace(",", "=2C");
  }

  static String unescaped(String written) {
    return written.replace("=2C", ",").replace("=3D", "=");
  }
}
