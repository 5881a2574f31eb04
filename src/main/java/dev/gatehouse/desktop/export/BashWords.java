package dev.gatehouse.desktop.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as bash does (Bash manual §3.1.2), up to the first sign that ends a
 * command. Variables are not replaced: what they hold is not known here.
 */
final class BashWords {
  private static final String ENDS_COMMAND = "|&;<>()";
  private static final String ESCAPED_IN_DOUBLE_QUOTES = "$`\"\\";

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int position;

  private BashWords(String text) {
    this.text = text;
  }

  /**
   * The words.
   *
   * @throws CurlSyntaxException if a quote is not closed
   */
  static List<String> split(String text) throws CurlSyntaxException {
    return new BashWords(text.replace("\r\n", "\n").strip()).split();
  }

  private List<String> split() throws CurlSyntaxException {
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '\n' || ENDS_COMMAND.indexOf(c) >= 0) {
        break;
      } else if (c == ' ' || c == '\t') {
        endWord();
      } else if (c == '\'') {
        word.append(upTo('\''));
        inWord = true;
      } else if (c == '"') {
        doubleQuotes();
      } else if (c == '$' && peek('\'')) {
        position++;
        word.append(AnsiEscapes.decode(upToUnescapedQuote()));
        inWord = true;
      } else if (c == '\\') {
        escape();
      } else {
        word.append(c);
        inWord = true;
      }
    }
    endWord();
    return List.copyOf(words);
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private boolean peek(char expected) {
    return position < text.length() && text.charAt(position) == expected;
  }

  /** Outside of quotes: the next sign stands for itself, and the end of a line for nothing. */
  private void escape() {
    if (position < text.length()) {
      char next = text.charAt(position++);
      if (next != '\n') {
        word.append(next);
        inWord = true;
      }
    }
  }

  private void doubleQuotes() throws CurlSyntaxException {
    inWord = true;
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '"') {
        return;
      }
      if (c == '\\' && position < text.length()) {
        char next = text.charAt(position++);
        if (next == '\n') {
          continue;
        }
        if (ESCAPED_IN_DOUBLE_QUOTES.indexOf(next) < 0) {
          word.append(c);
        }
        word.append(next);
      } else {
        word.append(c);
      }
    }
    throw unclosed();
  }

  private String upTo(char end) throws CurlSyntaxException {
    int close = text.indexOf(end, position);
    if (close < 0) {
      throw unclosed();
    }
    String inside = text.substring(position, close);
    position = close + 1;
    return inside;
  }

  private String upToUnescapedQuote() throws CurlSyntaxException {
    int start = position;
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '\\') {
        position++;
      } else if (c == '\'') {
        return text.substring(start, position - 1);
      }
    }
    throw unclosed();
  }

  private static CurlSyntaxException unclosed() {
    return new CurlSyntaxException("A quote is not closed. Copy the whole command again.");
  }
}
