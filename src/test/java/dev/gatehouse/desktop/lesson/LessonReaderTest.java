package dev.gatehouse.desktop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of mistake in a lesson is named with its line. */
final class LessonReaderTest {

  @Test
  void aLessonWithNothingWrongIsReadWhole() {
    LessonReader.Reading reading = LessonText.read(LessonText.GOOD);
    assertThat(reading.problems()).isEmpty();
    Lesson lesson = reading.lesson().orElseThrow();
    assertThat(lesson.parts()).hasSize(3);
    assertThat(lesson.tasks()).extracting(Task::id).containsExactly("task-1");
    assertThat(lesson.tasks().get(0).solution()).containsExactly(lesson.tasks().get(0).start());
    assertThat(lesson.quizzes()).extracting(Quiz::id).containsExactly("quiz-1");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: A toy                   | titel: A toy                     | 2: unknown key "titel"; known here: title, minutes, needs, teaches, for
          minutes: 5                     | minutes: 50                      | 3: a lesson takes 5 to 15 minutes
          minutes: 5                     | minutes: soon                    | 3: "minutes" must be a number
          teaches: [nothing]             | teaches: [nothing                | 6: this is not YAML: expected ',' or ']', but got :
          #section-11.6.1                | #section-11.6.2                  | 8: the text says "RFC 9110 §11.6.1", but the link leads to https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2
          https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1 | https://tools.ietf.org/html/rfc9110 | 8: an RFC is linked as https://www.rfc-editor.org/rfc/rfcNNNN#section-N, not as https://tools.ietf.org/html/rfc9110
          attack:jwt-tampered            | attack:jwt-tempered              | 8: unknown attack "jwt-tempered"
          attack:jwt-tampered            | ../other.md                      | 8: a link leads to https://, attack:, check:, rule: or weakness:, not to ../other.md
          goal: Ask.                     | gaol: Ask.                       | 11: unknown key "gaol"; known here: goal, start, predict, expect, misses, done, hints, solution
          weaknesses: [skip-signature]   | weaknesses: [skip-all]           | 13: unknown weakness "skip-all"
          method: GET                    | verb: GET                        | 14: unknown key "verb"; known here: weaknesses, method, path, person, credential, fields, headers, body, token
          /alice-work/events?            | /alice-work/evnets?              | 15: unknown call "GET /calendars/alice-work/evnets?from=2026-01-01"
          person: alice                  | person: eve                      | 16: unknown person "eve"
          credential: basic              | credential: magic                | 17: unknown credential "magic"
          password: wrong                | pasword: wrong                   | 18: unknown field of this credential "basic.pasword"
          {text: That, feedback: No.}    | {text: That}                     | 23: "feedback" is missing
          {text: This, right: true, feedback: Yes.} | {text: This, feedback: Yes.} | 21: no answer is marked "right: true"
          response.status: 401           | response.code: 401               | 25: an exchange record has no field "response.code"
          checks[basic.password].outcome | checks[basic.pasword].outcome    | 26: unknown check "basic.pasword"
          checks[basic.password].outcome | checks[basic.password].result    | 26: an exchange record has no field "authentication.checks[basic.password].result"
          outcome: failed                | outcome: refused                 | 26: authentication.checks[basic.password].outcome is never "refused"; it is one of passed, failed, skipped, not-reached
          rules[sharing].outcome         | rules[share].outcome             | 29: unknown rule "share"
          You got {response.status}.     | You got {status}.                | 30: an exchange record has no field "status"
          hints: [one, two, three]       | hints: [one, two]                | 32: there must be three hints, each more specific; here are 2
          solution: [as-it-is]           | solution: []                     | 33: "solution" has no steps
          solution: [as-it-is]           | solution: [{fields: {key: x}}]   | 33: unknown field of this credential "basic.key"
          person: alice                  | headers: {X: y}                  | 17: whose credential? "person" is missing
          solution: [as-it-is]           | solution: [{token: {signature: new}}] | 33: "signature" must be keep, again or empty
          kind: choice                   | kind: essay                      | 37: "kind" must be choice, order, pick-header-line or classify
          """)
  void aMistakeIsNamedWithItsLine(String good, String bad, String problem) {
    assertThat(LessonText.GOOD).contains(good);
    assertThat(LessonText.read(LessonText.GOOD.replace(good, bad)).problems())
        .extracting(Problem::toString)
        .contains("01-toy/lesson.md:" + problem);
  }

  @Test
  void aTaskWithoutSolutionIsNamedWithItsLine() {
    assertThat(LessonText.read(LessonText.GOOD.replace("solution: [as-it-is]\n", "")).problems())
        .extracting(Problem::toString)
        .containsExactly("01-toy/lesson.md:11: \"solution\" is missing");
  }

  @Test
  void aKeyThatStandsTwiceIsNamedWithItsLine() {
    assertThat(
            LessonText.read(LessonText.GOOD.replace("goal: Ask.", "goal: Ask.\ngoal: Ask."))
                .problems())
        .extracting(Problem::toString)
        .containsExactly("01-toy/lesson.md:12: the key \"goal\" stands here twice");
  }

  @Test
  void aFileWithoutFrontMatterIsRefused() {
    assertThat(LessonText.read("# A toy\n").problems())
        .extracting(Problem::toString)
        .containsExactly(
            "01-toy/lesson.md:1: the file must begin with front matter between two lines of ---");
  }

  @Test
  void aCallIsMatchedWithItsParametersFilledIn() {
    assertThat(LessonText.NAMES.knows(Names.Kind.CALL, "GET /calendars/alice-work.ics")).isTrue();
    assertThat(LessonText.NAMES.knows(Names.Kind.CALL, "GET /calendars/.ics")).isFalse();
    assertThat(LessonText.NAMES.knows(Names.Kind.CALL, "PUT /me")).isFalse();
  }

  @Test
  void aCallWithItsParametersLeftOpenCannotBeSent() {
    assertThat(LessonText.NAMES.knows(Names.Kind.CALL, "GET /calendars/{id}.ics")).isFalse();
    assertThat(LessonText.NAMES.knows(Names.Kind.CALL, "GET /calendars/{id}/events")).isFalse();
  }

  @Test
  void aValueThatHoldsItselfIsAProblemAndNoEndlessReading() {
    String cyclic =
        LessonText.GOOD.replace(
            "  fields: {password: wrong}\n", "  token: {claims: {a: &x [*x]}}\n");
    assertThat(cyclic).isNotEqualTo(LessonText.GOOD);
    assertThat(LessonText.read(cyclic).problems())
        .extracting(Problem::toString)
        .anyMatch(problem -> problem.contains("this YAML cannot be read"));
  }
}
