package dev.gatehouse.desktop.exchange;

/**
 * A request as a text that can be edited: method and URL in the first line, then a line for each
 * header, then an empty line, then the body.
 */
public final class DraftText {
  private DraftText() {}

  /** The text of a request; a body that is no text is only mentioned. */
  public static String write(Draft draft) {
    return MessageText.write(draft.method() + " " + draft.url(), draft.headers(), draft.body());
  }

  /**
   * The request of a text. What was not edited stays as it was, byte by byte.
   *
   * @param original what was written
   * @throws IllegalArgumentException if it cannot be read; the message says why and what to try
   */
  public static Draft read(String text, Draft original) {
    if (text.equals(write(original))) {
      return original;
    }
    MessageText message = MessageText.read(text);
    String[] first = message.first().split(" ", 2);
    if (first.length < 2 || first[1].isBlank()) {
      throw new IllegalArgumentException(
          "The first line needs a method and an address, for example: GET"
              + " http://127.0.0.1:8085/me");
    }
    return new Draft(
        first[0],
        first[1].strip(),
        message.headers(),
        BodyText.read(message.body(), original.body()),
        original.certificate());
  }
}
