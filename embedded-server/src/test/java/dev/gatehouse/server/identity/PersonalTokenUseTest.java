package dev.gatehouse.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a personal token was last of use is noted, but not at each use. */
final class PersonalTokenUseTest {
  private final Identity identity = DemoIdentity.identity();

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private String issued() {
    Person alice = identity.person("alice").orElseThrow();
    Instant end = DemoIdentity.clock().instant().plus(Duration.ofDays(1));
    return identity
        .personalTokens()
        .issue(alice, "backup", Set.of("events:read"), end)
        .orElseThrow()
        .token();
  }

  private @Nullable Instant usedNow(String token) {
    identity.personalTokens().used(identity.opaqueToken(token).orElseThrow());
    return identity.opaqueToken(token).orElseThrow().lastUsedAt();
  }

  @Test
  void useIsNotedOnceInAMinute() {
    String token = issued();
    Instant first = DemoIdentity.clock().instant();

    assertThat(usedNow(token)).isEqualTo(first);
    DemoIdentity.clock().advance(Duration.ofSeconds(59));
    assertThat(usedNow(token)).isEqualTo(first);
    DemoIdentity.clock().advance(Duration.ofSeconds(1));
    assertThat(usedNow(token)).isEqualTo(first.plusSeconds(60));
  }

  @Test
  void useOfOtherTokensIsNotNoted() {
    assertThat(usedNow(DemoIdentity.secret("alice", "opaqueToken"))).isNull();
  }
}
