package dev.gatehouse.desktop.ui.shell;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well letters typed in a hurry fit a name: all of them must occur in it, in their order.
 * Letters at the beginnings of words and letters that follow each other count for more, gaps
 * between them for less.
 */
final class FuzzyMatch {
  private static final int LETTER = 1;
  private static final int FOLLOWS = 4;
  private static final int BEGINS_WORD = 6;
  private static final int WHOLE = 40;

  private FuzzyMatch() {}

  /** The larger the better; empty if it does not fit. No letters fit everything equally. */
  static OptionalInt score(String typed, String name) {
    String query = typed.strip().toLowerCase(Locale.ROOT);
    String text = name.toLowerCase(Locale.ROOT);
    int whole = text.indexOf(query);
    if (whole >= 0) {
      int bonus = beginsWord(text, whole) ? BEGINS_WORD : 0;
      return OptionalInt.of(WHOLE + query.length() * FOLLOWS + bonus);
    }
    int score = 0;
    int at = -1;
    for (int letter = 0; letter < query.length(); letter++) {
      if (query.charAt(letter) == ' ') {
        continue;
      }
      int found = text.indexOf(query.charAt(letter), at + 1);
      if (found < 0) {
        return OptionalInt.empty();
      }
      score +=
          LETTER + (found == at + 1 ? FOLLOWS : 0) + (beginsWord(text, found) ? BEGINS_WORD : 0);
      score -= at < 0 ? 0 : found - at - 1;
      at = found;
    }
    return OptionalInt.of(score);
  }

  private static boolean beginsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
