package dev.gatehouse.desktop.attack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an attacker has, and has not. */
final class LootTest {
  @Test
  void whoHasNoSuchSecretIsNamed() {
    Loot loot = new Loot(List.of(), (person, header, claims) -> "", List::of);

    assertThatThrownBy(() -> loot.secret("alice", "password"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("alice has no password");
  }
}
