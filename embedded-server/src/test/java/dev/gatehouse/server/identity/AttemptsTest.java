package dev.gatehouse.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
  private final MovableClock clock = new MovableClock();
  private final Attempts attempts = new Attempts(clock);

  @Test
  void ofManyTriesAtOnceOnlySoManyAreTakenAsAreLeft() {
    int taken = 0;
    for (int i = 0; i < 50; i++) {
      taken += attempts.takeForAccount("alice").isZero() ? 1 : 0;
    }

    assertThat(taken).isEqualTo(Attempts.WITH_ACCOUNT.free() + 1);
  }

  @Test
  void afterTheFreeTriesOneIsTakenAtATime() {
    fail(Attempts.WITH_ACCOUNT.free() + 1);
    clock.advance(Duration.ofSeconds(1));

    assertThat(attempts.takeForAccount("alice")).isZero();
    assertThat(attempts.takeForAccount("alice")).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aTryThatWasNotMadeCostsNothing() {
    fail(Attempts.WITH_ACCOUNT.free() + 1);
    clock.advance(Duration.ofSeconds(1));

    assertThat(attempts.takeForAccount("alice")).isZero();
    attempts.notMade("alice", "10.0.0.1");

    assertThat(attempts.takeForAccount("alice")).isZero();
  }

  @Test
  void rightPasswordsOneAfterTheOtherNeverHaveToWait() {
    for (int i = 0; i < 300; i++) {
      assertThat(attempts.takeForAccount("alice")).isZero();
      assertThat(attempts.takeForSource("10.0.0.1")).isZero();
      attempts.succeeded("alice", "10.0.0.1");
    }
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      attempts.failed("alice", "10.0.0.1");
    }
  }
}
