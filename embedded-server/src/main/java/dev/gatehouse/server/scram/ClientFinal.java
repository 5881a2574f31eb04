package dev.gatehouse.server.scram;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The client's last message, with its proof (RFC 5802 §7).
 *
 * @param binding the header of its first message once more, in Base64
 * @param nonce the client's and the server's together
 * @param proof that it knows the password
 * @param unproved the message up to the proof: the part that is signed
 */
public record ClientFinal(String binding, String nonce, byte[] proof, String unproved) {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "(c="
              + ScramText.BASE64
              + ",r="
              + ScramText.NONCE
              + ScramText.EXTENSIONS
              + "),p="
              + ScramText.BASE64);

  /** The message that answers this one of the server. */
  public static ClientFinal of(ClientFirst first, ServerFirst answer, ScramKeys keys) {
    String binding = bindingOf(first);
    String unproved = "c=" + binding + ",r=" + answer.nonce();
    byte[] proof = keys.proof(agreed(first, answer, unproved));
    return new ClientFinal(binding, answer.nonce(), proof, unproved);
  }

  /**
   * Reads one.
   *
   * @throws ScramException if it is none
   */
  public static ClientFinal read(String message) throws ScramException {
    Matcher parts = MESSAGE.matcher(message);
    if (!parts.matches()) {
      throw new ScramException("no last message of a client, such as c=biws,r=nonce,p=proof");
    }
    return new ClientFinal(
        parts.group(2), parts.group(3), ScramText.bytes(parts.group(4)), parts.group(1));
  }

  /** What {@link #binding} has to be after this first message. */
  public static String bindingOf(ClientFirst first) {
    return ScramText.base64(first.header().getBytes(StandardCharsets.UTF_8));
  }

  /** All that both sides have said, AuthMessage of RFC 5802 §3: both sign this. */
  public String agreed(ClientFirst first, ServerFirst answer) {
    return agreed(first, answer, unproved);
  }

  /** All of it. */
  public String text() {
    return unproved + ",p=" + ScramText.base64(proof);
  }

  private static String agreed(ClientFirst first, ServerFirst answer, String unproved) {
    return first.bare() + "," + answer.text() + "," + unproved;
  }
}
