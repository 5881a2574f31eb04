package dev.gatehouse.server.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StrictJsonTest {
  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] broken = "{\"sub\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
    broken[8] = (byte) 0xC3;

    assertThatExceptionOfType(JoseException.class)
        .isThrownBy(() -> StrictJson.object(broken, "the payload"))
        .withMessageContaining("is not UTF-8");
  }

  @Test
  void theCharacterThatReplacesWhatCannotBeReadMayStandThereItself() throws JoseException {
    byte[] replacement = "{\"sub\":\"\uFFFD\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(StrictJson.object(replacement, "the payload").path("sub").textValue())
        .isEqualTo("\uFFFD");
  }
}
