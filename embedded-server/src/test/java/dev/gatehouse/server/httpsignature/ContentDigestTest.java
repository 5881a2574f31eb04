package dev.gatehouse.server.httpsignature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 9530, appendix B.1, and what does not fit them. */
final class ContentDigestTest {
  private static final byte[] CONTENT = "{\"hello\": \"world\"}\n".getBytes(UTF_8);
  private static final String SHA_256 = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

  @Test
  void theFieldIsWrittenAsPublished() {
    assertThat(ContentDigest.value("sha-256", CONTENT)).isEqualTo(SHA_256);
  }

  @Test
  void bothGoodAlgorithmsAreTakenAlsoOnSeveralLines() {
    String sha512 = ContentDigest.value("sha-512", CONTENT);

    assertThat(ContentDigest.flaw(List.of(SHA_256), CONTENT)).isEmpty();
    assertThat(ContentDigest.flaw(List.of(sha512), CONTENT)).isEmpty();
    assertThat(ContentDigest.flaw(List.of("md5=:AA==:, " + SHA_256, sha512), CONTENT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha-256",
        "sha-256=1",
        "sha-256=:AA==:",
        "md5=:Sd/dVLAcvNLSq16eXua5uQ==:",
        "SHA-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
        "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:, sha-512=:AA==:",
        "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:, sha-256=:AA==:"
      })
  void whatIsWeakMalformedOrOfAnotherContentHasAFlaw(String line) {
    assertThat(ContentDigest.flaw(List.of(line), CONTENT)).isPresent();
  }

  @Test
  void noContentHasADigestToo() {
    String ofNothing = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:";

    assertThat(ContentDigest.flaw(List.of(ofNothing), new byte[0])).isEmpty();
  }
}
