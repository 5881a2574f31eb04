package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken out of header lines and targets, and what is left. */
final class MaskingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization|Basic YWxpY2U6cGFzcw==|Basic MASK",
        "authorization|Bearer a b c|Bearer MASK",
        "Authorization|nonsense|MASK",
        "Cookie|a=1; gatehouse-session=secret=|a=MASK; gatehouse-session=MASK",
        "Set-Cookie|gatehouse-session=secret; Path=/; HttpOnly|gatehouse-session=MASK; Path=/; HttpOnly",
        "X-API-Key|gh_key_1_2|MASK",
        "X-CSRF-Token|abc|MASK",
        "Accept|*/*|*/*",
      })
  void aHeaderKeepsWhatIsNoSecret(String name, String value, String masked) {
    assertThat(Masking.header(new Header(name, value)))
        .isEqualTo(new Header(name, masked.replace("MASK", Evidence.MASK)));
  }

  @Test
  void aTargetKeepsWhatIsNoSecret() {
    assertThat(Masking.target("/me?a=1&access_token=secret&b=2"))
        .isEqualTo("/me?a=1&access_token=" + Evidence.MASK + "&b=2");
    assertThat(Masking.target("/me?api_key=secret")).isEqualTo("/me?api_key=" + Evidence.MASK);
    assertThat(Masking.target("/me?X-Amz-Date=1&X-Amz-Signature=secret"))
        .isEqualTo("/me?X-Amz-Date=1&X-Amz-Signature=" + Evidence.MASK);
    assertThat(Masking.target("/me?a=b=c&d")).isEqualTo("/me?a=b=c&d");
  }

  @Test
  void aParameterWhoseNameIsEncodedIsASecretAllTheSame() {
    assertThat(Masking.target("/me?access%5Ftoken=secret&api%5fkey=secret"))
        .isEqualTo("/me?access%5Ftoken=" + Evidence.MASK + "&api%5fkey=" + Evidence.MASK);
    assertThat(Masking.header(new Header("Referer", "http://localhost/?api%5Fkey=secret")).value())
        .doesNotContain("secret");
  }
}
