package dev.gatehouse.desktop.lesson;

import static dev.gatehouse.server.trace.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a student is told quotes what happened in their own exchange. */
final class VerdictTest {
  private final Task task = LessonText.read(LessonText.GOOD).lesson().orElseThrow().tasks().get(0);

  private static ExchangeRecord exchange(int status, Finding password, Decision decision) {
    Verification verification =
        Verification.begin(weakness -> false)
            .run(
                List.of(
                    check("basic.password", "Does it fit?", "RFC 7617 §2", (String s) -> password)),
                "x")
            .conclude("basic", "Basic", () -> new Claimant("alice", Set.of(), Set.of("b", "a")));
    return new ExchangeRecord(
        "x-1",
        Instant.EPOCH,
        1,
        new ExchangeRecord.RequestLine(
            "GET", "/me?a=b", "HTTP/1.1", List.of(new Header("Host", "here"))),
        verification,
        decision,
        new ExchangeRecord.StatusLine(
            status,
            List.of(
                new Header("WWW-Authenticate", "Basic"),
                new Header("WWW-Authenticate", "Bearer"))));
  }

  private static ExchangeRecord refused() {
    return exchange(
        401, Finding.failed("its hash", "another hash"), Decision.notReached("me:read", "me"));
  }

  private static ExchangeRecord accepted() {
    Decision yes = new Decision("me:read", "me", Decision.Result.PERMITTED, List.of());
    return exchange(200, Finding.passed("its hash", "the same hash"), yes);
  }

  @Test
  void anExchangeThatMeetsEveryConditionIsDone() {
    assertThat(Verdict.of(task, refused()))
        .isEqualTo(
            new Verdict(
                true,
                List.of(
                    "Stopped by basic.password, because it expected its hash, and found another hash.")));
  }

  @Test
  void anExchangeThatMissesIsToldWhatHappenedAndWhatWasLookedFor() {
    assertThat(Verdict.of(task, accepted()))
        .isEqualTo(
            new Verdict(
                false,
                List.of(
                    "You got 200. Nothing said no.",
                    "Looked for: the status is 401. In your exchange it is 200.")));
  }

  @Test
  void aNearMissHasASentenceOfItsOwn() {
    String text =
        LessonText.GOOD.replace(
            "authorization.rules[sharing].outcome: deny", "response.status: 200");
    Task other = LessonText.read(text).lesson().orElseThrow().tasks().get(0);
    assertThat(Verdict.of(other, accepted()).said()).containsExactly("You got 200.");
  }

  @Test
  void everyFieldIsReadFromTheRecord() {
    ExchangeRecord exchange = accepted();
    assertThat(field("request.method", exchange)).isEqualTo("GET");
    assertThat(field("request.target", exchange)).isEqualTo("/me?a=b");
    assertThat(field("request.headers[host]", exchange)).isEqualTo("here");
    assertThat(field("response.headers[www-authenticate]", exchange)).isEqualTo("Basic, Bearer");
    assertThat(field("authentication.outcome", exchange)).isEqualTo("authenticated");
    assertThat(field("authentication.principal.id", exchange)).isEqualTo("alice");
    assertThat(field("authentication.principal.scopes", exchange)).isEqualTo("a b");
    assertThat(field("authentication.checks[basic.password].actual", exchange))
        .isEqualTo("the same hash");
    assertThat(field("authentication.checks[basic.password].weakness", exchange))
        .isEqualTo("absent");
    assertThat(field("authentication.checks[jwt.exp].outcome", exchange)).isEqualTo("absent");
    assertThat(field("authorization.outcome", exchange)).isEqualTo("permitted");
  }

  @Test
  void aConditionCanDemandAbsenceOrAnyOfSeveralValues() {
    ExchangeField status = ExchangeField.parse("response.status").orElseThrow();
    ExchangeField principal = ExchangeField.parse("authentication.principal.id").orElseThrow();
    assertThat(new Condition(status, Condition.Test.IS, List.of("400", "401")).holds(refused()))
        .isTrue();
    assertThat(new Condition(status, Condition.Test.NOT, List.of("401")).holds(refused()))
        .isFalse();
    assertThat(new Condition(principal, Condition.Test.ABSENT, List.of()).holds(refused()))
        .isTrue();
    assertThat(new Condition(principal, Condition.Test.PRESENT, List.of()).holds(accepted()))
        .isTrue();
    assertThat(new Condition(principal, Condition.Test.CONTAINS, List.of("lic")).holds(accepted()))
        .isTrue();
  }

  private static String field(String text, ExchangeRecord exchange) {
    return ExchangeField.parse(text).orElseThrow().in(exchange).orElse("absent");
  }
}
