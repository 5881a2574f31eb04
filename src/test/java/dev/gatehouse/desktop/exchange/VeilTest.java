package dev.gatehouse.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an audience sees of an exchange. */
final class VeilTest {
  private static final String SIGNED = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl";

  private static Hop hop(String url, List<Header> headers, String body, String answer) {
    StringBuilder raw = new StringBuilder("GET / HTTP/1.1\r\n");
    headers.forEach(h -> raw.append(h.name()).append(": ").append(h.value()).append("\r\n"));
    return new Hop(
        Exchange.THE_CALL,
        Instant.EPOCH,
        new Draft("GET", url, headers, utf8(body)),
        utf8(raw + "\r\n" + body),
        200,
        "OK",
        List.of(),
        utf8(answer),
        utf8("HTTP/1.1 200 OK\r\n\r\n" + answer),
        Duration.ZERO,
        null,
        null);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Everything that a screen could show of these hops. */
  private static String seen(Hop... hops) {
    StringBuilder all = new StringBuilder();
    for (Hop hop : Veil.over(new Exchange(Arrays.asList(hops))).hops()) {
      all.append(hop.request().url());
      hop.request().headers().forEach(header -> all.append(header.value()));
      for (byte[] bytes :
          List.of(hop.request().body(), hop.rawRequest(), hop.body(), hop.rawResponse())) {
        all.append(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  @Test
  void aCredentialInAHeaderIsMaskedInTheBytesToo() {
    String seen =
        seen(
            hop(
                "http://localhost/me",
                List.of(new Header("Authorization", "Basic YWxpY2U6c2VjcmV0")),
                "",
                "{}"));

    assertThat(seen).doesNotContain("YWxpY2U6c2VjcmV0").contains("Basic ••••••••");
  }

  @Test
  void ofASignedTokenOnlyTheSignatureIsMasked() {
    String seen =
        seen(
            hop(
                "http://localhost/me",
                List.of(new Header("Authorization", "Bearer " + SIGNED)),
                "",
                "{}"));

    assertThat(seen)
        .doesNotContain("c2lnbmF0dXJl")
        .contains("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.••••••••");
  }

  @Test
  void aTokenThatOneAnswerBringsIsMaskedInTheNextRequest() {
    Hop login =
        hop("http://localhost/oauth/token", List.of(), "", "{\"access_token\":\"at-12345\"}");
    Hop call = hop("http://localhost/me", List.of(new Header("X-Other", "my at-12345")), "", "{}");

    assertThat(seen(login, call)).doesNotContain("at-12345").contains("my ••••••••");
  }

  @Test
  void aPasswordInAFormAndACodeInAnAddressAreMasked() {
    String seen =
        seen(
            hop(
                "http://localhost/callback?code=abc-code&state=open",
                List.of(),
                "user=alice&password=p%40ssword",
                "{}"));

    assertThat(seen).doesNotContain("abc-code", "p%40ssword").contains("state=open", "user=alice");
  }

  @Test
  void whatIsNoSecretStaysAsItIsByteForByte() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    Hop plain = hop("http://localhost/me?from=now", List.of(new Header("Accept", "*/*")), "", "{}");
    Hop binary =
        new Hop(
            plain.purpose(),
            plain.at(),
            plain.request(),
            plain.rawRequest(),
            200,
            "OK",
            List.of(),
            all,
            all,
            Duration.ZERO,
            null,
            null);

    Hop veiled = Veil.over(new Exchange(List.of(binary))).last();

    assertThat(veiled.body()).isEqualTo(all);
    assertThat(veiled.rawRequest()).isEqualTo(plain.rawRequest());
    assertThat(veiled.request().url()).isEqualTo(plain.request().url());
  }
}
