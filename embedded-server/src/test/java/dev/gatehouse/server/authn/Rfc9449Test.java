package dev.gatehouse.server.authn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Verification;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The proofs that RFC 9449 prints. */
final class Rfc9449Test {
  private static final String HEADER =
      "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6Ik"
          + "VDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCR"
          + "nMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JE"
          + "QSIsImNydiI6IlAtMjU2In19.";
  private static final String FOR_TOKENS =
      HEADER
          + "eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLm"
          + "V4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igi"
          + "MLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";
  private static final String FOR_RESOURCE =
      HEADER
          + "eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS"
          + "5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8y"
          + "cjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOpt"
          + "xRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";
  private static final String TOKEN = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";
  private static final String THUMBPRINT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
  private static final Clock THEN =
      Clock.fixed(Instant.ofEpochSecond(1_562_262_620), ZoneOffset.UTC);

  private static DpopProof proof(String method, String host, String path, String proof) {
    List<Header> headers = List.of(new Header("Host", host), new Header("DPoP", proof));
    Arrival arrival = new Arrival(method, path, headers, new byte[0], true, "127.0.0.1");
    return new DpopProof(arrival, Optional.of(TOKEN));
  }

  /** Its proofs are from servers that give out no numbers, so all but that check is passed. */
  private static void isRightButForANumber(DpopProof proof) {
    Verification verification =
        Verification.begin(weakness -> false)
            .run(DpopProofChecks.withToken(THEN).list(), proof)
            .concludeWithNobody();
    assertThat(verification.failure()).map(CheckResult::id).contains("dpop.nonce");
    assertThat(proof.jkt()).contains(THUMBPRINT);
  }

  @Test
  void theProofOfTheTokenRequestIsRight() {
    isRightButForANumber(proof("POST", "server.example.com", "/token", FOR_TOKENS));
  }

  @Test
  void theProofOfTheRequestForTheResourceIsRightAndForItsToken() {
    DpopProof proof = proof("GET", "resource.example.org", "/protectedresource", FOR_RESOURCE);

    isRightButForANumber(proof);
    Verification ofToken =
        Verification.begin(weakness -> false)
            .run(List.of(DpopProofChecks.withToken(THEN).ofToken()), proof)
            .concludeWithNobody();
    assertThat(ofToken.failure()).isEmpty();
  }
}
