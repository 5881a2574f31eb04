package dev.gatehouse.desktop.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A body as a text that can be edited. What nobody edits keeps its very bytes. */
final class BodyText {
  private BodyText() {}

  /** The text of a body; of one that is no text, a remark in its place. */
  static String write(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException noText) {
      return "(" + body.length + " bytes that are no text. They go on as they are.)";
    }
  }

  /**
   * The body of a text.
   *
   * @param original what was written
   */
  static byte[] read(String text, byte[] original) {
    String before = write(original);
    // Editors end lines in their own way.
    if (ends(text).equals(ends(before))) {
      return original;
    }
    boolean byTwo = before.contains("\r\n");
    return (byTwo ? ends(text).replace("\n", "\r\n") : text).getBytes(StandardCharsets.UTF_8);
  }

  private static String ends(String text) {
    return text.replace("\r\n", "\n");
  }
}
