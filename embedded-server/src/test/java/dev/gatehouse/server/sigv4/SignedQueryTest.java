package dev.gatehouse.server.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.Header;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pre-signed URLs as Amazon has published them. */
final class SignedQueryTest {
  private static final String NOTHING = SigV4.sha256(new byte[0]);

  private static String signature(String target, String host, String bodyHash, String secretKey) {
    SignedQuery said = SignedQuery.read(target.substring(target.indexOf('?') + 1)).orElseThrow();
    CanonicalRequest canonical =
        SignedQuery.canonical(
            "GET", target, List.of(new Header("Host", host)), said.signedHeaders(), bodyHash);
    return SigV4.signature(
        secretKey, said.scope(), SigV4.stringToSign(said.timestamp(), said.scope(), canonical));
  }

  /**
   * "Authenticating Requests: Using Query Parameters" in the documentation of S3, which does not
   * sign the body; this server does.
   */
  @Test
  void theExampleInTheDocumentationOfS3HasItsSignature() {
    String target =
        "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

    assertThat(
            signature(
                target,
                "examplebucket.s3.amazonaws.com",
                "UNSIGNED-PAYLOAD",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
        .isEqualTo("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
  }

  /** The folder get-vanilla-query-order-encoded of the public test suite. */
  @Test
  void aCaseOfThePublicSuiteHasItsSignature() {
    String target =
        "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1&X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request"
            + "&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Expires=3600"
            + "&X-Amz-Signature=c5f1848ceec943ac2ca68ee720460c23aaae30a2300586597ada94c4a65e4787";

    assertThat(
            signature(
                target,
                "example.amazonaws.com",
                NOTHING,
                "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))
        .isEqualTo("c5f1848ceec943ac2ca68ee720460c23aaae30a2300586597ada94c4a65e4787");
  }

  @Test
  void theParametersAreReadAsTheyWereWritten() {
    CredentialScope scope = new CredentialScope("20261124", "local", "calendar", "aws4_request");
    String query =
        SignedQuery.unsigned("AKID", scope, "20261124T120000Z", "60", List.of("host", "x-amz-a"))
            + "&X-Amz-Signature="
            + "0".repeat(64);

    assertThat(SignedQuery.read("a=b&" + query))
        .contains(
            new SignedQuery(
                "AKID",
                scope,
                "20261124T120000Z",
                "60",
                List.of("host", "x-amz-a"),
                "0".repeat(64)));
  }

  @ParameterizedTest
  @CsvSource({
    "X-Amz-Signature=00, true",
    "a=b&X-Amz-Algorithm=AWS4-HMAC-SHA256, true",
    "a=X-Amz-Signature, false",
    "x-amz-signature=00, false",
    "X-Amz-Sign%61ture=00, true"
  })
  void aPreSignedUrlIsToldByItsParameters(String query, boolean is) {
    assertThat(SignedQuery.isIn(query)).isEqualTo(is);
  }
}
