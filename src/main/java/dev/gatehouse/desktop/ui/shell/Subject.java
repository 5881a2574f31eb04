package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;

/** Something that one page can ask another to show, without knowing which page that is. */
public sealed interface Subject {
  /** An exchange that took place, to be explained. */
  record Past(Exchange exchange) implements Subject {}

  /** A request to be composed, its credential already in its headers. */
  record Call(Draft draft) implements Subject {}

  /**
   * A request to be composed as a person with a type of credential.
   *
   * @param method for example {@code GET}
   * @param path for example {@code /me}
   * @param person for example {@code alice}
   * @param credential the type's id, for example {@code jwt}
   */
  record CallAs(String method, String path, String person, String credential) implements Subject {}

  /** A check or rule in an explanation, by its id, for example {@code jwt.exp}. */
  record Step(String id) implements Subject {}

  /** A lesson, by its number or folder, for example {@code 16}. */
  record Lesson(String id) implements Subject {}

  /** An attack, by its name, for example {@code jwt-tampered}. */
  record Attack(String name) implements Subject {}

  /** A message that is held on its way, by the number of its passage. */
  record Held(long number) implements Subject {}

  /** A weakness, by its name; empty for all of them. */
  record Weakness(String name) implements Subject {}
}
