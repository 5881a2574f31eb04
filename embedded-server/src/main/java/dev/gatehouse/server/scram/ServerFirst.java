package dev.gatehouse.server.scram;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's first message: its number, and how the password is to be hashed (RFC 5802 §7).
 *
 * @param nonce the client's and the server's together
 * @param salt what is hashed with the password
 * @param iterations how often
 * @param text the message as it travels
 */
public record ServerFirst(String nonce, byte[] salt, int iterations, String text) {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "r="
              + ScramText.NONCE
              + ",s="
              + ScramText.BASE64
              + ",i=([1-9][0-9]{0,8})"
              + ScramText.EXTENSIONS);

  /** The message that says this. */
  public static ServerFirst of(String nonce, byte[] salt, int iterations) {
    return new ServerFirst(
        nonce,
        salt,
        iterations,
        "r=" + nonce + ",s=" + ScramText.base64(salt) + ",i=" + iterations);
  }

  /**
   * Reads one.
   *
   * @throws ScramException if it is none
   */
  public static ServerFirst read(String message) throws ScramException {
    Matcher parts = MESSAGE.matcher(message);
    if (!parts.matches()) {
      throw new ScramException("no first message of a server, such as r=nonce,s=salt,i=4096");
    }
    return new ServerFirst(
        parts.group(1), ScramText.bytes(parts.group(2)), Integer.parseInt(parts.group(3)), message);
  }
}
