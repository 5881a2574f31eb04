package dev.gatehouse.desktop.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response as a text that can be edited: the status in the first line, then a line for each
 * header, then an empty line, then the body.
 */
public final class AnswerText {
  private static final Pattern STATUS =
      Pattern.compile("(?:HTTP/[0-9.]+\\s+)?([2-5][0-9]{2})(?:\\s+(.*))?");

  private AnswerText() {}

  /** The text of a response; a body that is no text is only mentioned. */
  public static String write(Answer answer) {
    String first = ("HTTP/1.1 " + answer.status() + " " + answer.reason()).strip();
    return MessageText.write(first, answer.headers(), answer.body());
  }

  /**
   * The response of a text. What was not edited stays as it was, byte by byte.
   *
   * @param original what was written
   * @throws IllegalArgumentException if it cannot be read; the message says why and what to try
   */
  public static Answer read(String text, Answer original) {
    if (text.equals(write(original))) {
      return original;
    }
    MessageText message = MessageText.read(text);
    Matcher status = STATUS.matcher(message.first());
    if (!status.matches()) {
      throw new IllegalArgumentException(
          "The first line needs a status from 200 to 599, for example: HTTP/1.1 200 OK");
    }
    String reason = status.group(2) == null ? "" : status.group(2).strip();
    return new Answer(
        Integer.parseInt(status.group(1)),
        reason,
        message.headers(),
        BodyText.read(message.body(), original.body()));
  }
}
