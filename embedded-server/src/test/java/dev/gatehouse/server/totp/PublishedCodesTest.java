package dev.gatehouse.server.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes that the specifications themselves give. */
final class PublishedCodesTest {
  private static final String DIGITS = "12345678901234567890";

  private static byte[] secret(int bytes) {
    return DIGITS.repeat(4).substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
  }

  /** RFC 4226, appendix D. */
  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void theCodesOfACounterAreThoseOfRfc4226(long counter, String code) {
    assertThat(OneTimeCodes.standard().at(secret(20), counter)).isEqualTo(code);
  }

  /** RFC 6238, appendix B, as its erratum 2866 has the secrets. */
  @ParameterizedTest
  @CsvSource({
    "59, HmacSHA1, 20, 94287082",
    "59, HmacSHA256, 32, 46119246",
    "59, HmacSHA512, 64, 90693936",
    "1111111109, HmacSHA1, 20, 07081804",
    "1111111109, HmacSHA256, 32, 68084774",
    "1111111109, HmacSHA512, 64, 25091201",
    "1111111111, HmacSHA1, 20, 14050471",
    "1111111111, HmacSHA256, 32, 67062674",
    "1111111111, HmacSHA512, 64, 99943326",
    "1234567890, HmacSHA1, 20, 89005924",
    "1234567890, HmacSHA256, 32, 91819424",
    "1234567890, HmacSHA512, 64, 93441116",
    "2000000000, HmacSHA1, 20, 69279037",
    "2000000000, HmacSHA256, 32, 90698825",
    "2000000000, HmacSHA512, 64, 38618901",
    "20000000000, HmacSHA1, 20, 65353130",
    "20000000000, HmacSHA256, 32, 77737706",
    "20000000000, HmacSHA512, 64, 47863826"
  })
  void theCodesOfATimeAreThoseOfRfc6238(long seconds, String algorithm, int bytes, String code) {
    long step = OneTimeCodes.stepAt(Instant.ofEpochSecond(seconds));

    assertThat(OneTimeCodes.of(algorithm, 8).at(secret(bytes), step)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void aCodeIsGoodOneStepEarlyAndOneStepLate(long offset, boolean good) {
    Instant now = Instant.parse("2026-11-24T12:00:10Z");
    OneTimeCodes codes = OneTimeCodes.standard();
    String code = codes.at(secret(20), OneTimeCodes.stepAt(now) + offset);

    assertThat(codes.stepOf(code, secret(20), now).isPresent()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-24T12:00:00Z, 30", "2026-11-24T12:00:29Z, 1", "2026-11-24T12:00:45Z, 15"})
  void aCodeLastsUntilTheHalfMinuteIsOver(Instant now, long seconds) {
    assertThat(OneTimeCodes.leftAt(now)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
