package dev.gatehouse.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.scram.ScramException;
import dev.gatehouse.server.scram.ScramKeys;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is stored for SCRAM, and what is said of people who do not exist. */
final class ScramSecretsTest {
  private final Jdbi jdbi = DemoIdentity.database("scram-secrets");

  @Test
  void whatIsStoredIsMadeOfThePassword() throws ScramException {
    ScramSecrets secrets = new ScramSecrets(jdbi);
    secrets.store("ada", "pencil");

    ScramSecret stored = secrets.of("ada");

    ScramKeys keys = ScramKeys.derive("pencil", stored.salt(), stored.iterations());
    assertThat(stored.isKnown()).isTrue();
    assertThat(stored.iterations()).isGreaterThanOrEqualTo(4_096);
    assertThat(stored.verifier().storedKey()).isEqualTo(keys.verifier().storedKey());
    assertThat(stored.verifier().serverKey()).isEqualTo(keys.serverKey());
  }

  @Test
  void theSaltOfNobodyIsTheSameAfterANewStart() {
    ScramSecret before = new ScramSecrets(jdbi).of("nobody");

    ScramSecret after = new ScramSecrets(jdbi).of("nobody");

    assertThat(after.salt()).isEqualTo(before.salt());
    assertThat(after.isKnown()).isFalse();
  }
}
