package dev.gatehouse.server.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JwkSetTest {
  private static final String P_256 =
      "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}";
  private static final String ED25519 =
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";
  private static final String RSA =
      "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"keys\":{}}",
        "{\"keys\":[]}x",
        "{\"kty\":\"oct\",\"kty\":\"RSA\"}"
      })
  void whatIsNeitherAKeyNorASetIsRefused(String json) {
    assertThatThrownBy(() -> JwkSet.read(json)).isInstanceOf(JoseException.class);
  }

  @Test
  void aKeyThatCannotBeUsedIsSetAsideAndTheOthersStay() throws JoseException {
    JwkSet set =
        JwkSet.read(
            "{\"keys\":[{\"kty\":\"XYZ\",\"kid\":\"odd\"},7,"
                + Keys.with(P_256, "kid", "\"good\"")
                + "]}");

    assertThat(set.candidates(null)).extracting(Jwk::name).containsExactly("good");
    assertThat(set.setAside()).extracting(JwkSet.SetAside::kid).containsExactly("odd", null);
  }

  @Test
  void aKeyWithoutAKidMayHaveSignedAnyToken() throws JoseException {
    JwkSet set =
        JwkSet.read("{\"keys\":[" + P_256 + "," + Keys.with(ED25519, "kid", "\"a\"") + "]}");

    assertThat(set.candidates("a")).hasSize(2);
    assertThat(set.candidates("b")).extracting(Jwk::name).containsExactly("a key without kid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEQ' | not a point",
        "x | 'zc4ncPbEXUGDy-5v20t7WAczNXvp7xO6z248e9FURQ' | not 32 bytes",
        "x | 'AAB_zc4ncPbEXUGDy-5v20t7WAczNXvp7xO6z248e9FURQ' | not 32 bytes",
        "x | 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU=' | padded",
        "x | '' | not 32 bytes",
        "crv | 'P-192' | not known",
        "crv | 'secp256k1' | not known",
        "kty | 'ec' | not known",
      })
  void aKeyOnACurveThatIsNotOneIsSetAside(String name, String value, String problem) {
    String broken = Keys.with(P_256, name, "\"" + value.replace("'", "") + "\"");

    assertThatThrownBy(() -> Keys.only(broken)).hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "7P___________________________________________38",
        "7f________________________________________38",
        "xxdqcD1N2E-6PAt2DRBnDyogU_osOczGTsf9d5KsA3o",
        "JuiVj8KyJ7BFw_SJ8u-Y8NXfrAXTxjM5sTgCiG1T_AU",
        "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUQ"
      })
  void anEdwardsPointThatCannotBeAKeyIsSetAside(String x) {
    assertThatThrownBy(() -> Keys.only(Keys.with(ED25519, "x", "\"" + x + "\"")))
        .isInstanceOf(JoseException.class);
  }

  @ParameterizedTest
  @CsvSource({"e,AQ", "e,AA", "e,Ag", "e,AAEAAQ", "e,''", "n,AA", "n,''", "n,AAAB"})
  void numbersThatMakeNoRsaKeyAreSetAside(String name, String value) {
    assertThatThrownBy(() -> Keys.only(Keys.with(RSA, name, "\"" + value + "\"")))
        .isInstanceOf(JoseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"verify\",\"verify\"]", "\"verify\"", "[1]", "{}", "null"})
  void operationsThatAreNotAListOfDifferentWordsAreSetAside(String keyOps) {
    assertThatThrownBy(() -> Keys.only(Keys.with(P_256, "key_ops", keyOps)))
        .hasMessageContaining("key_ops");
  }

  @Test
  void aUseThatContradictsTheOperationsIsSetAside() {
    String contradiction =
        Keys.with(Keys.with(P_256, "key_ops", "[\"verify\",\"encrypt\"]"), "use", "\"sig\"");

    assertThatThrownBy(() -> Keys.only(contradiction)).hasMessageContaining("contradict");
  }

  @Test
  void aKeyIsNotUsedForWhatItIsNotMeantFor() throws JoseException {
    assertThat(misfit(P_256, JwsAlgorithm.ES256)).isEmpty();
    assertThat(misfit(Keys.with(P_256, "use", "\"enc\""), JwsAlgorithm.ES256)).contains("enc");
    assertThat(misfit(Keys.with(P_256, "key_ops", "[\"sign\"]"), JwsAlgorithm.ES256))
        .contains("key_ops");
    assertThat(misfit(Keys.with(P_256, "alg", "\"ES384\""), JwsAlgorithm.ES256)).contains("ES384");
    assertThat(misfit(Keys.with(P_256, "alg", "\"ECDH-ES\""), JwsAlgorithm.ES256))
        .contains("ECDH-ES");
  }

  @Test
  void eachKindOfKeyFitsItsOwnAlgorithmsAlone() throws JoseException {
    assertThat(fitting(P_256)).containsExactly(JwsAlgorithm.ES256);
    assertThat(fitting(ED25519)).containsExactly(JwsAlgorithm.EDDSA);
    assertThat(fitting(RSA))
        .extracting(JwsAlgorithm::text)
        .containsExactly("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
  }

  @ParameterizedTest
  @CsvSource({"31,''", "32,HS256", "47,HS256", "48,HS256 HS384", "64,HS256 HS384 HS512"})
  void aSecretMustBeAsLongAsTheHash(int bytes, String fitting) throws JoseException {
    String secret = "{\"kty\":\"oct\",\"k\":\"" + Keys.base64(new byte[bytes]) + "\"}";

    assertThat(String.join(" ", fitting(secret).stream().map(JwsAlgorithm::text).toList()))
        .isEqualTo(fitting);
  }

  @Test
  void anRsaKeyMustHaveAtLeast2048Bits() throws JoseException {
    byte[] modulus = new byte[128];
    Arrays.fill(modulus, (byte) 0xFF);

    Jwk key = Keys.only(Keys.with(RSA, "n", "\"" + Keys.base64(modulus) + "\""));
    assertThat(key.shortfall(JwsAlgorithm.RS256)).contains("it has 1024 bits, fewer than 2048");
  }

  @Test
  void ofAPrivateKeyOnlyThePublicPartIsKept() throws JoseException {
    Jwk jwk = Keys.only(Keys.with(ED25519, "d", "\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\""));

    assertThat(jwk.key().getClass().getSimpleName().toLowerCase(Locale.ROOT)).contains("public");
  }

  private static List<JwsAlgorithm> fitting(String jwk) throws JoseException {
    Jwk key = Keys.only(jwk);
    return Arrays.stream(JwsAlgorithm.values())
        .filter(algorithm -> key.misfit(algorithm).isEmpty())
        .filter(algorithm -> key.shortfall(algorithm).isEmpty())
        .toList();
  }

  private static String misfit(String jwk, JwsAlgorithm algorithm) throws JoseException {
    return Keys.only(jwk).misfit(algorithm).orElse("");
  }
}
