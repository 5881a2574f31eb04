package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;

import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.trace.Verification;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens signed by OpenSSL 3.0 ({@code openssl dgst -sign}), as a second opinion on what java-jwt
 * does not have.
 */
final class OpenSslTokensTest {
  private static final String KEY =
      "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"1ZHixtWICM5EUQ91P9wec69rXKFhCVzn-iIgdYg7tJejDMY1_gLIpXg7rtsYffsIeMawkbThJrZ_QaOI4LdzRGzTUbYmG07cbCNtXIDx0ce-x1eUuR_KBQJT-VXW5Gf2ZowxGp8Zt_-VfQAAkaCUST-QSNHQYKtkMbUv7pjrzvJlANgr0bh1wCUFoPXtSS7xMmYd_bUDs_IT5fids6h0ssMFWESbM-LdOXzP7krLYcPXPq-TZdETj4o2heOEddbAnIZA3E9OIDbrE9U5A6inXOjTuI8QNbBgPg3R4xyEeN3yELg5v1a_229beWC3IRZ2k07jMuBOpTQSW_V0zstRXw\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJQUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.z5TRigx24qoonDYNF5UNk97tTPtJWSFCwlO0aRYl8quaNe5AjoEInByOZL5_aXleAy-etBi6Jq_Feid0xOUMMvcGq5qhQmwPZk6zZHTIEieWaOZhC7JfljI5I8rt1DNwzbUKPYTGa_3cbHw_ptPS1QIgWredPA0AydzWE1dBATfq47Muteixcvdp2ueQZTJj8oclgL4X1sWmQCClwG1NtgzNIbUp2BZ52EkjuU37mg52hYDwiGXAGt_9ZwmKQboZAzwLA4Ax9AYkwl177X4adXxTVoCJRRtNaPulyP2RvZi9uvKb286BkrvRe1A204o_ve8M6qw23BAshUjgVj8MYg",
        "eyJhbGciOiJQUzM4NCJ9.eyJzdWIiOiJhbGljZSJ9.lGfo6e7MU_8NSdDFOy94lLSFhc39Yf_zE7i2KdAE3oRSRtsfhcL657WI9Rte3d8X08hPgLmFe6Fj6cCBIrSm5nx2GHZSqqVcChXUusovyVyqNut0s5MEYgBymMGnRCpq7gD-Bgf9u_IKdJQ_guV49NfiXcLUQMNsbmKU7jQUt61xayw3LRox1Ms6xY36fCAGmmhkWdoc9Uo5x8X1MmfuIt4pE-pUwupekFmk5XTsV2z5tz4mF26g25BTSxFSTewAXi3CAupyvB1ujMIwqgsApHZdNIoEyG3OxSoKYI_OZ3snd623lC4NvjH14mSG4CU6pOxjWBBpw8FXIj88EMpKoA",
        "eyJhbGciOiJQUzUxMiJ9.eyJzdWIiOiJhbGljZSJ9.FvhQ3RDLtMzG4_Hrg0wW6aGWgOTGyEUvKwcvVCGP1KgFIGAc8OHbMgK9baRmclUpOeE7s-1Mwqmfv6bE1j9rur2zZVByZdxp3-DyBdboKaQb7KMbzKZFB3q4Yu4_R-8Qecd_kEG06wE86aC5IVlccs-yorO2IOBWP0kVP4-aDbHj42jzO3bmf9GkOZ0glowtglQcjr91cBaVR0kG4KP6cBypIVYgrjjEDqQ0qfTJoopk0WjezrixLwqLsp35kKmRT9mYhxA7UMWvHLt4LnYuttvnxMAcm8-IxWGOmVZ8sfujkv1M6my6xAmpBo5efTqNkHQ1frVfyW2F_Xz371Atpg",
        "eyJhbGciOiJSUzUxMiJ9.eyJzdWIiOiJhbGljZSJ9.ohEf-2A-C9HIQ8GqN4208YNfy3amgYX_0scGCurfvLWmv6jDqcqEUHMVoUvVvxCO5Lnmc7EZulQr7XxydvoW4EfIlgClir_dyRqmo0DVSFCw3dtzz8xrhTyjlkKlFQgE1IAgNg6Z433Jof8kdoIQuaSDSfMcflc-6UkvN2e4Ig0tKvUda8cvYhFcqXd5qdMjr3iumZsK9mtLtZFFvdlhaI9x0RQJUR9buGyx6ugq6EhgTKvzKwnT6wwhO2KXQHQWYyCYO9evx76mR-RdULKZyMQ8wrzJA6zj_CJ1hmWq9BBIPe10R5Lkc_tThXcO-qc318c7cVbcMTtsL2sLl8Qc9Q"
      })
  void aSignatureFits(String token) throws JoseException {
    assertVerification(verify(token)).proves("alice");
  }

  @Test
  void aSaltShorterThanTheHashIsRefused() throws JoseException {
    assertVerification(
            verify(
                "eyJhbGciOiJQUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.OwCpM1Hgkfox5boFH-NOJSfL9qgmqPizKpGYssad_QHcPmhTmzdePEIVzVQl8kkYysXLvGwJNDvs3MVslTb3BRKrkXGTXfZ1NqMZdmPjSjok8im6l-V_1IK1esZSDUDkIoRyMl33C-paltZrW85bUx-lSP6dcFKdSTdF43PrYchJ-fCCbxNqHDZwDagIzx7tkwPuOiqmi63STNsd97RWT_Cdmioi5RUmfVEyAc5RWyE_iL8GUYZ-x_c8pFXPZcvfexF9gYfkcpqDod4t35oML6VoOc3D1DyioJUDvH2q2Yb_alAswhXnXa1vxTV0ZxQONyYeZeHJgrM21CjzP1WVrg"))
        .isRefusedAt("jwt.signature");
  }

  @Test
  void aMaskMadeWithAnotherHashIsRefused() throws JoseException {
    assertVerification(
            verify(
                "eyJhbGciOiJQUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.MtQB5Vt5H36fVNkoL33TOXC0tMlkq_vQyc1LOhNJVS6m5KVuzCTWmDOo8mK60jBXGhkPaLdLtf2TCnp6dRxEktUz6iM2h0YKl7YhZoD8yoY2W4ObZVn2ExJp0bgRqJ76NUnV01D7cB0MwotDpaBHayrRdb9FKaWTmgXiymLQuMDaDN2QlHR8kYTuFD4xTEkIvN6ug05jxRk_D_8-y3cJaDELYZfyXHZHn79mff1PEKSxLlQmxi9hj_22dZy2_gShobEcJ5pdU83v-wi1jpm4-p6kmSnxeM14VkZTkC5SbLM7ltqM1YCVcmjSorHup560WHKFuHNlwEXfJnnpuTAzUA"))
        .isRefusedAt("jwt.signature");
  }

  private static Verification verify(String token) throws JoseException {
    return new OutsideTokens(JwkSet.read(KEY), null, null, false, Clock.systemUTC()).verify(token);
  }
}
