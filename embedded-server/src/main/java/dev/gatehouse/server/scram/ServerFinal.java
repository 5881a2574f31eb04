package dev.gatehouse.server.scram;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's last message, with its proof (RFC 5802 §7).
 *
 * @param signature that only who has stored the person's keys can make
 */
public record ServerFinal(byte[] signature) {
  private static final Pattern MESSAGE =
      Pattern.compile("v=" + ScramText.BASE64 + ScramText.EXTENSIONS);

  /**
   * Reads one.
   *
   * @throws ScramException if it is none
   */
  public static ServerFinal read(String message) throws ScramException {
    Matcher parts = MESSAGE.matcher(message);
    if (!parts.matches()) {
      throw new ScramException("no last message of a server, such as v=signature");
    }
    return new ServerFinal(ScramText.bytes(parts.group(1)));
  }

  /** All of it. */
  public String text() {
    return "v=" + ScramText.base64(signature);
  }
}
