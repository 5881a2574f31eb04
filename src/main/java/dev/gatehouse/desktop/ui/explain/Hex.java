package dev.gatehouse.desktop.ui.explain;

import java.util.Locale;

/** Bytes in hexadecimal, with the characters that they stand for. */
final class Hex {
  private static final int HALF = 8;

  private Hex() {}

  /**
   * One line: offset, bytes, characters.
   *
   * @param from the offset of its first byte
   * @param count how many bytes it has if there are as many
   */
  static String line(byte[] bytes, int from, int count) {
    StringBuilder hex = new StringBuilder(String.format(Locale.ROOT, "%06x  ", from));
    StringBuilder letters = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      if (i - from == HALF) {
        hex.append(' ');
      }
      if (i < bytes.length) {
        hex.append(String.format(Locale.ROOT, "%02x ", bytes[i]));
        letters.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '·');
      } else {
        hex.append("   ");
      }
    }
    return hex.append(' ').append(letters).toString();
  }
}
