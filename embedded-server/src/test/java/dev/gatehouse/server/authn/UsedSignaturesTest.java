package dev.gatehouse.server.authn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.authn.UsedSignatures.Use;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A signature is used once, and the memory for that has its bounds. */
final class UsedSignaturesTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final UsedSignatures used = new UsedSignatures(Duration.ofMinutes(10), 2);

  @Test
  void theSecondUseIsSeen() {
    assertThat(used.use("a", "1", NOON)).isEqualTo(Use.FIRST);
    assertThat(used.use("a", "1", NOON.plusSeconds(600))).isEqualTo(Use.AGAIN);
  }

  @Test
  void whenThereIsNoRoomNothingIsForgottenAndNothingNewIsTaken() {
    used.use("a", "1", NOON);
    used.use("a", "2", NOON);

    assertThat(used.use("a", "3", NOON)).isEqualTo(Use.NO_ROOM);
    assertThat(used.use("a", "1", NOON)).isEqualTo(Use.AGAIN);
  }

  @Test
  void oneKeysRequestsTakeNoRoomFromAnothers() {
    used.use("a", "1", NOON);
    used.use("a", "2", NOON);

    assertThat(used.use("b", "3", NOON)).isEqualTo(Use.FIRST);
  }

  @Test
  void whatIsTooOldToBeAcceptedIsForgotten() {
    used.use("a", "1", NOON);
    used.use("a", "2", NOON);

    assertThat(used.use("a", "3", NOON.plusSeconds(601))).isEqualTo(Use.FIRST);
  }

  @Test
  void keysThatAnybodyCanMakeShareTheirRoomUntilItIsFree() {
    UsedSignatures shared = new UsedSignatures(Duration.ofMinutes(10), 2, 3);
    shared.use("a", "1", NOON);
    shared.use("b", "2", NOON);
    shared.use("c", "3", NOON);

    assertThat(shared.use("d", "4", NOON)).isEqualTo(Use.NO_ROOM);
    assertThat(shared.use("d", "4", NOON.plusSeconds(601))).isEqualTo(Use.FIRST);
  }
}
