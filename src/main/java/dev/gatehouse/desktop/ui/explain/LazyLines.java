package dev.gatehouse.desktop.ui.explain;

import java.util.Arrays;
import java.util.function.IntFunction;
import javafx.collections.ObservableListBase;

/** Lines that are made when they are looked at, so that a large text costs little. */
final class LazyLines extends ObservableListBase<String> {
  private static final int BYTES_IN_LINE = 16;
  private static final int LONGEST = 400;

  private final int size;
  private final IntFunction<String> line;

  private LazyLines(int size, IntFunction<String> line) {
    this.size = size;
    this.line = line;
  }

  /** The lines of a text, those that no screen could show broken. */
  static LazyLines of(String text) {
    int[] ends = new int[16];
    int lines = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length() || text.charAt(i) == '\n';
      if (end || i - start >= LONGEST) {
        ends = lines == ends.length ? Arrays.copyOf(ends, lines * 2) : ends;
        ends[lines++] = i;
        start = end ? i + 1 : i;
      }
    }
    int[] all = ends;
    return new LazyLines(lines, index -> text(text, all, index));
  }

  private static String text(String text, int[] ends, int index) {
    int start = index == 0 ? 0 : ends[index - 1];
    if (start < text.length() && start > 0 && text.charAt(start) == '\n') {
      start++;
    }
    return text.substring(Math.min(start, ends[index]), ends[index]);
  }

  /** Bytes as a hex dump, sixteen to a line. */
  static LazyLines hex(byte[] bytes) {
    int lines = (bytes.length + BYTES_IN_LINE - 1) / BYTES_IN_LINE;
    return new LazyLines(lines, index -> Hex.line(bytes, index * BYTES_IN_LINE, BYTES_IN_LINE));
  }

  @Override
  public String get(int index) {
    return line.apply(index);
  }

  @Override
  public int size() {
    return size;
  }
}
