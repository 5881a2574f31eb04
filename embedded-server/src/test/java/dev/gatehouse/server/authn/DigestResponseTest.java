package dev.gatehouse.server.authn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DigestAlgorithm;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The examples of RFC 7616 §3.9. */
final class DigestResponseTest {
  private static final String REALM = "http-auth@example.org";
  private static final byte[] NO_BODY = new byte[0];

  private static String mufasa(DigestAlgorithm algorithm) {
    return new DigestResponse(
            algorithm,
            false,
            "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
            "00000001",
            "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
            "auth")
        .of(algorithm.secret("Mufasa", REALM, "Circle of Life"), "GET", "/dir/index.html", NO_BODY);
  }

  @Test
  void theExampleWithSha256Fits() {
    assertThat(mufasa(DigestAlgorithm.SHA_256))
        .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
  }

  @Test
  void theExampleWithMd5Fits() {
    assertThat(mufasa(DigestAlgorithm.MD5)).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
  }

  @Test
  void theExampleWithSha512256AndAHashedNameFits() {
    DigestAlgorithm algorithm = DigestAlgorithm.SHA_512_256;
    String name = "J\u00e4s\u00f8n Doe";

    DigestResponse response =
        new DigestResponse(
            algorithm,
            false,
            "5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK",
            "00000001",
            "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v",
            "auth");

    // With the values of erratum 4897: the RFC's first ones were computed with another hash.
    assertThat(algorithm.userHash(name, "api@example.org"))
        .isEqualTo("793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b");
    assertThat(
            response.of(
                algorithm.secret(name, "api@example.org", "Secret, or not?"),
                "GET",
                "/doe.json",
                NO_BODY))
        .isEqualTo("3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5");
  }

  @Test
  void theBodyIsHashedWithAuthInt() {
    DigestResponse response =
        new DigestResponse(DigestAlgorithm.SHA_256, false, "n", "00000001", "c", "auth-int");

    assertThat(response.request("POST", "/", "hello".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("POST:/:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  }
}
