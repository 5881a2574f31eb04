package dev.gatehouse.server.authn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Verification;
import java.util.List;

/** What tests say about a verification. */
final class VerificationAssert {
  private final Verification verification;

  private VerificationAssert(Verification verification) {
    this.verification = verification;
  }

  static VerificationAssert assertVerification(Verification verification) {
    return new VerificationAssert(verification);
  }

  /** Every check has passed, and this is who it is. */
  void proves(String personId) {
    assertThat(verification.failure()).isEmpty();
    assertThat(verification.principal()).map(Principal::id).contains(personId);
  }

  /**
   * This check has failed, those before it have passed, those after it were not reached, and nobody
   * is known.
   */
  CheckResult isRefusedAt(String check) {
    List<CheckResult> checks = verification.checks();
    assertThat(verification.failure()).map(CheckResult::id).contains(check);
    int failed = checks.stream().map(CheckResult::id).toList().indexOf(check);
    assertThat(checks.subList(0, failed)).allMatch(c -> c.outcome() == Outcome.PASSED);
    assertThat(checks.subList(failed + 1, checks.size()))
        .allMatch(c -> c.outcome() == Outcome.NOT_REACHED);
    assertThat(verification.principal()).isEmpty();
    return checks.get(failed);
  }
}
