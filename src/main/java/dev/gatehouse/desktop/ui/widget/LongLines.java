package dev.gatehouse.desktop.ui.widget;

/** Breaks lines that no layout could cope with. */
final class LongLines {
  private LongLines() {}

  /** The text with no line longer than {@code longest} characters. */
  static String broken(String text, int longest) {
    StringBuilder out = new StringBuilder(text.length() + text.length() / longest);
    int inLine = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      inLine = letter == '\n' ? 0 : inLine + 1;
      if (inLine > longest && !Character.isLowSurrogate(letter)) {
        out.append('\n');
        inLine = 1;
      }
      out.append(letter);
    }
    return out.toString();
  }
}
