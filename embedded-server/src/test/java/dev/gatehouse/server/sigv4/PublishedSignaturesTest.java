package dev.gatehouse.server.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some of the public test suite of AWS Signature Version 4; {@link PublicSuiteTest} runs it all.
 */
final class PublishedSignaturesTest {
  private static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private static Arguments published(
      String name, String request, String signedHeaders, String signature, String body) {
    String text =
        request
            + "\nX-Amz-Date:20150830T123600Z"
            + "\nAuthorization:AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
            + " SignedHeaders="
            + signedHeaders
            + ", Signature="
            + signature
            + "\n\n"
            + body;
    return arguments(name, text, signature);
  }

  static Stream<Arguments> published() {
    String host = " HTTP/1.1\nHost:example.amazonaws.com";
    return Stream.of(
        published(
            "get-vanilla",
            "GET /" + host,
            "host;x-amz-date",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            ""),
        published(
            "get-vanilla-query-order-encoded",
            "GET /?Param-3=Value3&Param=Value2&%E1%88%B4=Value1" + host,
            "host;x-amz-date",
            "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac",
            ""),
        published(
            "get-header-key-duplicate",
            "GET /" + host + "\nMy-Header1:value2\nMy-Header1:value2\nMy-Header1:value1",
            "host;my-header1;x-amz-date",
            "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
            ""),
        published(
            "get-header-value-trim",
            "GET /" + host + "\nMy-Header1: value1\nMy-Header2: \"a   b   c\"",
            "host;my-header1;my-header2;x-amz-date",
            "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
            ""),
        published(
            "get-utf8",
            "GET /\u1234" + host,
            "host;x-amz-date",
            "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
            ""),
        published(
            "post-x-www-form-urlencoded",
            "POST /"
                + host
                + "\nContent-Type:application/x-www-form-urlencoded\nContent-Length:13"
                + "\nx-amz-content-sha256:9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e",
            "content-length;content-type;host;x-amz-content-sha256;x-amz-date",
            "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b",
            "Param1=value1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("published")
  void theSignatureIsAsPublished(String name, String request, String signature) {
    assertThat(PublishedRequest.read(request).signature(SECRET_KEY)).isEqualTo(signature);
  }

  @Test
  void theHeaderIsWrittenAsItIsRead() {
    String written =
        "Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date,"
            + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    assertThat(SignedAuthorization.read(written))
        .map(SignedAuthorization::headerValue)
        .contains("AWS4-HMAC-SHA256 " + written);
  }

  @Test
  void aPathIsEscapedAsItWasSentAndNothingInItIsDecoded() {
    assertThat(UriEncoding.path("/a%20b/c:d")).isEqualTo("/a%2520b/c%3Ad");
    assertThat(UriEncoding.path("")).isEqualTo("/");
  }

  @Test
  void aQueryIsTheSameHoweverItWasEscaped() {
    assertThat(UriEncoding.query("b=%7e:%2f&a=x+y&a=1=2&c&%zz"))
        .isEqualTo("%25zz=&a=1%3D2&a=x%20y&b=~%3A%2F&c=");
  }

  @Test
  void aTimestampIsReadAsItIsWritten() {
    Instant noon = Instant.parse("2026-11-24T12:00:00Z");

    assertThat(SigV4.timestamp(noon)).isEqualTo("20261124T120000Z");
    assertThat(SigV4.moment("20261124T120000Z")).contains(noon);
    assertThat(SigV4.moment("20261131T120000Z")).isEmpty();
  }

  @Test
  void theDigestOfNothingIsAsPublished() {
    assertThat(SigV4.sha256("".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}
