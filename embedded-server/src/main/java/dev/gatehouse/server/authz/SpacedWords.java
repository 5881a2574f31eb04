package dev.gatehouse.server.authz;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Words with spaces between them, as scopes and the like are listed (RFC 6749 §3.3). */
public final class SpacedWords {
  private SpacedWords() {}

  /** The words of such a list, each once, sorted; of further spaces none is a word. */
  public static Set<String> in(String text) {
    Set<String> words = new TreeSet<>(List.of(text.split(" ")));
    words.remove("");
    return words;
  }
}
