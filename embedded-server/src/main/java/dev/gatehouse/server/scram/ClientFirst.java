package dev.gatehouse.server.scram;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The client's first message: who it is, and a number it made up (RFC 5802 §7).
 *
 * @param header what it says of channel binding and of whom it acts for, up to the second comma
 * @param binding the flag in it: {@code n} for none, {@code y} for none because none was offered,
 *     {@code p=…} for that one
 * @param actsFor as whom it wants to act; empty if as itself
 * @param name as the client wrote it
 * @param nonce the client's
 * @param bare the message without its header: the part that is signed
 */
public record ClientFirst(
    String header, String binding, String actsFor, String name, String nonce, String bare) {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "((n|y|p=[A-Za-z0-9.-]++),(?:a="
              + ScramText.NAME
              + ")?,)(n="
              + ScramText.NAME
              + ",r="
              + ScramText.NONCE
              + ScramText.EXTENSIONS
              + ")");

  /** The message of a client that binds to no channel and acts as itself. */
  public static ClientFirst of(String name, String nonce) {
    return new ClientFirst(
        "n,,", "n", "", name, nonce, "n=" + ScramText.escaped(name) + ",r=" + nonce);
  }

  /**
   * Reads one.
   *
   * @throws ScramException if it is none
   */
  public static ClientFirst read(String message) throws ScramException {
    Matcher parts = MESSAGE.matcher(message);
    if (!parts.matches()) {
      throw new ScramException("no first message of a client, such as n,,n=name,r=nonce");
    }
    String actsFor = parts.group(3) == null ? "" : ScramText.unescaped(parts.group(3));
    return new ClientFirst(
        parts.group(1),
        parts.group(2),
        actsFor,
        ScramText.unescaped(parts.group(5)),
        parts.group(6),
        parts.group(4));
  }

  /** All of it. */
  public String text() {
    return header + bare;
  }
}
