package dev.gatehouse.server.authn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nonces are known again, expire, count, and are never too many. */
final class SignedNoncesTest {
  private final MovableClock clock = new MovableClock();
  private final SignedNonces nonces = new SignedNonces(clock);

  @Test
  void aNonceIsKnownAgainByItsMakerAlone() {
    String nonce = nonces.next();

    assertThat(nonces.isOurs(nonce)).isTrue();
    assertThat(new SignedNonces(clock).isOurs(nonce)).isFalse();
    assertThat(nonces.isOurs(nonce.substring(1))).isFalse();
    assertThat(nonces.isOurs("")).isFalse();
  }

  @Test
  void whatANonceCarriesComesBackUnchangedOrNotAtAll() {
    String nonce = nonces.next("n,,n=\u00e4,r=x");
    String other = nonce.substring(0, 44) + "A" + nonce.substring(45);

    assertThat(nonces.isOurs(nonce)).isTrue();
    assertThat(SignedNonces.content(nonce)).isEqualTo("n,,n=\u00e4,r=x");
    assertThat(SignedNonces.content(nonces.next())).isEmpty();
    assertThat(SignedNonces.random(nonce)).hasSize(24);
    assertThat(nonces.isOurs(other)).isEqualTo(other.equals(nonce));
  }

  @Test
  void noTwoAreTheSame() {
    assertThat(nonces.next()).isNotEqualTo(nonces.next());
  }

  @Test
  void eachCountIsGoodOnceUnlessItWasGivenBack() {
    String nonce = nonces.next();

    assertThat(nonces.use(nonce, 2)).isTrue();
    assertThat(nonces.use(nonce, 1)).isTrue();
    assertThat(nonces.use(nonce, 2)).isFalse();
    nonces.notUsed(nonce, 2);
    assertThat(nonces.use(nonce, 2)).isTrue();
  }

  @Test
  void whenTooManyAreInUseTheOldestIsNotGoodAnyLongerRatherThanCountedAnew() {
    String oldest = nonces.next();
    nonces.use(oldest, 1);
    for (int i = 0; i < SignedNonces.REMEMBERED; i++) {
      clock.advance(Duration.ofMillis(1));
      nonces.use(nonces.next(), 1);
    }

    assertThat(nonces.isFresh(oldest)).isFalse();
    assertThat(nonces.isFresh(nonces.next())).isTrue();
  }
}
