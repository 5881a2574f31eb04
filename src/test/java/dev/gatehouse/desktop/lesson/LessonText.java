package dev.gatehouse.desktop.lesson;

import java.util.Map;
import java.util.Set;

/** A small lesson with nothing wrong, for tests to spoil; and the names it may use. */
final class LessonText {
  static final String GOOD =
      """
      ---
      title: A toy
      minutes: 5
      needs: []
      teaches: [nothing]
      for: [student]
      ---
      Read [RFC 9110 §11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1) and [this](attack:jwt-tampered).

      ```task
      goal: Ask.
      start:
        weaknesses: [skip-signature]
        method: GET
        path: /calendars/alice-work/events?from=2026-01-01
        person: alice
        credential: basic
        fields: {password: wrong}
      predict:
        question: What?
        answers:
          - {text: This, right: true, feedback: Yes.}
          - {text: That, feedback: No.}
      expect:
        response.status: 401
        authentication.checks[basic.password].outcome: failed
      misses:
        - when:
            authorization.rules[sharing].outcome: deny
          say: You got {response.status}.
      done: Stopped by {stopped-by}, because {why}.
      hints: [one, two, three]
      solution: [as-it-is]
      ```

      ```quiz
      kind: choice
      ask: Which?
      answers:
        - {text: This, right: true, feedback: Yes.}
        - {text: That, feedback: No.}
      ```
      """;

  static final Names NAMES =
      new Names(
          Map.of(
              Names.Kind.CHECK, Set.of("basic.password", "jwt.exp"),
              Names.Kind.RULE, Set.of("sharing"),
              Names.Kind.WEAKNESS, Set.of("skip-signature"),
              Names.Kind.ATTACK, Set.of("jwt-tampered"),
              Names.Kind.PERSON, Set.of("alice", "bob"),
              Names.Kind.CREDENTIAL, Set.of("none", "basic", "jwt"),
              Names.Kind.CREDENTIAL_FIELD, Set.of("basic.password"),
              Names.Kind.CALL,
                  Set.of("GET /me", "GET /calendars/{id}/events", "GET /calendars/{id}.ics")));

  private LessonText() {}

  /** Reads a lesson as if it stood in the folder {@code 01-toy}. */
  static LessonReader.Reading read(String text) {
    return new LessonReader(NAMES).read("01-toy", "01-toy/lesson.md", text);
  }
}
