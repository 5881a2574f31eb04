package dev.gatehouse.server.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the secret behind one-time codes is written. */
final class SecretTextTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final String TEXT = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @Test
  void itIsBase32() {
    assertThat(SecretText.of(SECRET)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TEXT,
        "gezd gnbv gy3t qojq gezd gnbv gy3t qojq",
        "GEZD-GNBV-GY3TQOJQGEZDGNBVGY3TQOJQ"
      })
  void howeverItIsCopiedItIsReadBack(String copied) {
    assertThat(SecretText.read(copied)).hasValueSatisfying(s -> assertThat(s).isEqualTo(SECRET));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "GEZD1", "päss", "==="})
  void whatIsNoBase32IsNotRead(String other) {
    assertThat(SecretText.read(other)).isEmpty();
  }

  @Test
  void itsAddressIsWhatAuthenticatorAppsRead() {
    assertThat(SecretText.address("alice", "Gate house", TEXT))
        .isEqualTo("otpauth://totp/Gate%20house:alice?secret=" + TEXT + "&issuer=Gate%20house");
  }
}
