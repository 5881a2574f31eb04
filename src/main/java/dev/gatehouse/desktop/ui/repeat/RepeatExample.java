package dev.gatehouse.desktop.ui.repeat;

import dev.gatehouse.desktop.attack.crack.WordList;
import dev.gatehouse.desktop.repeat.Template;
import dev.gatehouse.desktop.ui.compose.Composition;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Map;

/**
 * Something to begin with.
 *
 * @param title for people to read
 * @param composition the request, with its marked places
 * @param values what is put there
 * @param times how often each
 */
record RepeatExample(String title, Composition composition, List<String> values, int times) {
  private static final String ME = "/me";

  /** More than one may get wrong for one person before the next try has to wait. */
  private static final int A_FEW = 14;

  private static final List<String> PEOPLE = List.of("alice", "bob", "carol", "dave", "admin");

  /** A list of passwords for one person. */
  static RepeatExample guessing() {
    return new RepeatExample(
        "Guess Alice’s password",
        call(ME, "alice", "basic", Map.of("password", Template.MARK)),
        WordList.commonPasswords(A_FEW).words(),
        1);
  }

  /** All of them. */
  static List<RepeatExample> all() {
    return List.of(
        guessing(),
        new RepeatExample(
            "Try one password on everyone",
            call(ME, "alice", "basic", Map.of("username", Template.MARK, "password", "summer2026")),
            PEOPLE,
            1),
        new RepeatExample(
            "Count through calendars as Dave",
            call("/calendars/" + Template.MARK, "dave", "jwt", Map.of()),
            List.of("alice-work", "bob-work", "carol-work", "dave-work", "board", "no-such"),
            1),
        new RepeatExample("The same request 20 times", Composition.first(), List.of(), 20));
  }

  private static Composition call(
      String target, String person, String credential, Map<String, String> edits) {
    return new Composition(
        "GET",
        target,
        person,
        credential,
        edits,
        List.of(new Header("Accept", "application/json")),
        "");
  }
}
