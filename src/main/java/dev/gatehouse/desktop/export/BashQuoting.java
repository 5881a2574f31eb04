package dev.gatehouse.desktop.export;

import java.util.regex.Pattern;

/** Writes words so that bash reads them as they were meant. */
final class BashQuoting {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private BashQuoting() {}

  /** A word, in single quotes where it needs them: inside them nothing has a meaning. */
  static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
