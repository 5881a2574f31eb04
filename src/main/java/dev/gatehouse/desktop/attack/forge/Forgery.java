package dev.gatehouse.desktop.attack.forge;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import java.util.List;

/** A way to make a token that nobody issued. Keeps no state. */
public interface Forgery {
  /**
   * Something that can be chosen.
   *
   * @param name for people to read, for example {@code alg}
   * @param values what there is to choose; the first stands there at the beginning. Others can be
   *     written.
   */
  record Choice(String name, List<String> values) {
    public Choice {
      values = List.copyOf(values);
    }
  }

  /** For people to read, for example {@code alg: none}. */
  String title();

  /** What it does to the token, in a sentence. */
  String does();

  /** The attack of the catalogue that does the same; empty if there is none. */
  default String attack() {
    return "";
  }

  /** What can be chosen; empty if there is nothing to choose. */
  default List<Choice> choices() {
    return List.of();
  }

  /** Whether the server's published keys are needed for it. */
  default boolean needsKeys() {
    return false;
  }

  /**
   * Makes the token.
   *
   * @param token as it is to read; what has to differ in its header for the forgery is changed
   * @param with the server's keys, and what was chosen
   * @throws CredentialException if it cannot be made so; the message says why
   */
  CompactToken forge(CompactToken token, Ingredients with) throws CredentialException;
}
