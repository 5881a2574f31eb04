package dev.gatehouse.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every header that occurs in our exchanges is explained, and what is unknown is said to be. */
final class HeaderGlossaryTest {
  private final HeaderGlossary glossary = new HeaderGlossary();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "WWW-Authenticate",
        "Exchange-Id",
        "Host",
        "Content-Type",
        "Content-Length",
        "Cookie",
        "Set-Cookie",
        "Retry-After",
        "Allow",
        "Location",
        "Origin",
        "Sec-Fetch-Site",
        "Sec-Fetch-Mode",
        "Sec-Fetch-Dest",
        "X-CSRF-Token",
        "X-API-Key",
        "User-Agent",
        "Accept",
        "Accept-Encoding",
        "Date",
        "Server",
        "Cache-Control",
        "ETag",
        "Connection",
        "Transfer-Encoding",
        "Vary",
        "X-Content-Type-Options"
      })
  void aHeaderOfOurExchangesIsExplainedWithItsSource(String name) {
    assertThat(glossary.find(name))
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.text()).endsWith(".");
              assertThat(entry.source()).isNotBlank();
            });
  }

  @Test
  void theCaseOfANameDoesNotMatter() {
    assertThat(glossary.explain("wWw-authenticate").source()).isEqualTo("RFC 9110 §11.6.1");
  }

  @Test
  void anUnknownHeaderIsSaidToBeUnknown() {
    assertThat(glossary.explain("X-Secret-Sauce").text())
        .contains("No standard header known to us");
  }
}
