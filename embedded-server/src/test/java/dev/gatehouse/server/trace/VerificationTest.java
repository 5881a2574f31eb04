package dev.gatehouse.server.trace;

import static dev.gatehouse.server.trace.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VerificationTest {
  private static final Weakness OPEN_DOOR = new Weakness("open-door", "asks nobody");
  private static final Check<String> IS_LOWER_CASE =
      check("word.lower-case", "Is it in lower case?", "none", VerificationTest::lowerCase);
  private static final Check<String> IS_SHORT =
      Check.<String>check(
              "word.short",
              "Is it short?",
              "none",
              word -> Finding.of(word.length() < 5, "short", word))
          .removedBy(OPEN_DOOR);

  @Test
  void aPrincipalExistsWhenEveryCheckHasPassed() {
    Verification verification = verify("ada", Set.of());

    assertThat(verification.principal()).map(Principal::id).contains("ada");
    assertThat(verification.result()).isEqualTo(Verification.Result.AUTHENTICATED);
  }

  @Test
  void theChecksAfterAFailureAreNotReachedAndNobodyIsKnown() {
    Verification verification = verify("ADA", Set.of());

    assertThat(verification.checks())
        .extracting(CheckResult::outcome)
        .containsExactly(Outcome.FAILED, Outcome.NOT_REACHED);
    assertThat(verification.principal()).isEmpty();
    assertThat(verification.result()).isEqualTo(Verification.Result.REJECTED);
  }

  @Test
  void aWeaknessSkipsItsCheckAndTheTraceSaysWhy() {
    Verification verification = verify("alexandria", Set.of(OPEN_DOOR));

    CheckResult skipped = verification.checks().get(1);
    assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(skipped.weakness()).isEqualTo("open-door");
    assertThat(verification.principal()).map(Principal::id).contains("alexandria");
  }

  @Test
  void aCheckThatBreaksHasFailed() {
    Check<String> broken =
        check(
            "word.broken",
            "Does it break?",
            "none",
            word -> {
              throw new IllegalStateException("a secret that must not be told");
            });

    Verification verification =
        Verification.begin(w -> false)
            .run(List.of(broken), "ada")
            .conclude("word", null, () -> claimant("ada"));

    CheckResult result = verification.checks().get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.actual()).contains("IllegalStateException").doesNotContain("secret");
    assertThat(verification.principal()).isEmpty();
  }

  @Test
  void aCredentialThatNamesNobodyIsRefusedEvenWhenNoCheckHasFailed() {
    Verification verification =
        Verification.begin(w -> false)
            .run(List.of(IS_SHORT), "ada")
            .conclude(
                "word",
                null,
                () -> {
                  throw new IllegalArgumentException();
                });

    assertThat(verification.principal()).isEmpty();
    assertThat(verification.failure()).map(CheckResult::id).contains("credentials.names-somebody");
  }

  private static Verification verify(String word, Set<Weakness> on) {
    return Verification.begin(on::contains)
        .run(List.of(IS_LOWER_CASE, IS_SHORT), word)
        .conclude("word", null, () -> claimant(word));
  }

  private static Finding lowerCase(String word) {
    return Finding.of(word.chars().allMatch(Character::isLowerCase), "lower case", word);
  }

  private static Claimant claimant(String id) {
    return new Claimant(id, Set.of(), Set.of());
  }
}
