package dev.gatehouse.desktop.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an attacker has, and has not. */
final class LootTest {
  @Test
  void whoHasNoSuchSecretIsNamed() {
    Loot loot =
        new Loot(
            List.of(),
            (person, header, claims) -> "",
            List::of,
            new CarelessIssuer((header, payload) -> ""));

    assertThatThrownBy(() -> loot.secret("alice", "password"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("alice has no password");
  }

  @Test
  void aCarelessIssuerSignsANameThatAddsASecondSubject() throws Exception {
    assertThat(careless("{\"sub\":\"dave\"}", "D\",\"sub\":\"alice"))
        .isEqualTo("{\"sub\":\"dave\",\"name\":\"D\",\"sub\":\"alice\"}");
  }

  @Test
  void aCarelessIssuerStillSignsNothingAboutSomebodyElse() {
    assertThatThrownBy(() -> careless("{\"act\":{\"sub\":\"dave\"},\"sub\":\"alice\"}", "D"))
        .isInstanceOf(CredentialException.class);
    assertThatThrownBy(() -> careless("{\"sub\":[}", "D")).isInstanceOf(CredentialException.class);
  }

  private static String careless(String claims, String name) throws CredentialException {
    return new CarelessIssuer((header, payload) -> payload)
        .issue(new CompactToken("{}", claims, ""), "dave", name);
  }
}
