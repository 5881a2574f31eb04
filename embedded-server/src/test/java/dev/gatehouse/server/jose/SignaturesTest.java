package dev.gatehouse.server.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.algorithms.Algorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SignaturesTest {
  private static final byte[] TEXT = Keys.ascii("e30.e30");
  private static final byte[] SECRET = new byte[64];
  private static final KeyPair RSA = pair("RSA", 2048);
  private static final Map<JwsAlgorithm, KeyPair> EC = new EnumMap<>(JwsAlgorithm.class);
  private static final KeyPair ED25519 = pair("Ed25519", 255);

  static {
    EC.put(JwsAlgorithm.ES256, pair("EC", 256));
    EC.put(JwsAlgorithm.ES384, pair("EC", 384));
    EC.put(JwsAlgorithm.ES512, pair("EC", 521));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"PS256", "PS384", "PS512", "EDDSA"},
      mode = EnumSource.Mode.EXCLUDE)
  void aSignatureByJavaJwtFits(JwsAlgorithm algorithm) {
    byte[] signature = javaJwt(algorithm).sign(Keys.ascii("e30"), Keys.ascii("e30"));

    assertThat(fits(algorithm, signature)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureMadeHereFitsAndWithOneBitChangedDoesNot(JwsAlgorithm algorithm) {
    byte[] signature = Signatures.sign(algorithm, signingKey(algorithm), TEXT);
    assertThat(fits(algorithm, signature)).isTrue();

    for (int at : new int[] {0, signature.length / 2, signature.length - 1}) {
      byte[] changed = signature.clone();
      changed[at] ^= 1;
      assertThat(fits(algorithm, changed)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureOfAnotherLengthDoesNotFit(JwsAlgorithm algorithm) {
    byte[] signature = Signatures.sign(algorithm, signingKey(algorithm), TEXT);
    byte[] longer = new byte[signature.length + 1];
    System.arraycopy(signature, 0, longer, 1, signature.length);

    assertThat(fits(algorithm, Arrays.copyOf(signature, signature.length - 1))).isFalse();
    assertThat(fits(algorithm, Arrays.copyOf(signature, signature.length + 1))).isFalse();
    assertThat(fits(algorithm, longer)).isFalse();
    assertThat(fits(algorithm, new byte[0])).isFalse();
    assertThat(fits(algorithm, new byte[signature.length])).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureDoesNotFitByAnotherAlgorithm(JwsAlgorithm algorithm) {
    byte[] signature = Signatures.sign(algorithm, signingKey(algorithm), TEXT);

    for (JwsAlgorithm other : JwsAlgorithm.values()) {
      if (other != algorithm) {
        assertThat(fits(other, signature)).as(other.text()).isFalse();
        assertThat(Signatures.fits(other, verifyingKey(algorithm), TEXT, signature)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ES256", "ES384", "ES512"})
  void numbersOutsideTheirRangeDoNotFit(JwsAlgorithm algorithm) {
    Curve curve = Curve.of(algorithm).orElseThrow();
    byte[] signature = Signatures.sign(algorithm, signingKey(algorithm), TEXT);
    int half = signature.length / 2;
    byte[] order = Base64Url.fixedLength(curve.order(), half);

    assertThat(fits(algorithm, joined(new byte[half], new byte[half]))).isFalse();
    assertThat(fits(algorithm, joined(Arrays.copyOf(signature, half), new byte[half]))).isFalse();
    assertThat(fits(algorithm, joined(order, order))).isFalse();
    assertThat(fits(algorithm, joined(Arrays.copyOf(signature, half), order))).isFalse();
  }

  @Test
  void anEcdsaSignatureInDerDoesNotFit() throws Exception {
    Signature der = Signature.getInstance("SHA256withECDSA");
    der.initSign(EC.get(JwsAlgorithm.ES256).getPrivate());
    der.update(TEXT);

    assertThat(fits(JwsAlgorithm.ES256, der.sign())).isFalse();
  }

  @Test
  void anEdwardsSignatureOfWhichTheOrderWasAddedDoesNotFit() {
    byte[] signature = Signatures.sign(JwsAlgorithm.EDDSA, ED25519.getPrivate(), TEXT);
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    byte[] s = Arrays.copyOfRange(signature, 32, 64);
    byte[] larger = reversed(Base64Url.fixedLength(new BigInteger(1, reversed(s)).add(order), 32));

    assertThat(fits(JwsAlgorithm.EDDSA, joined(Arrays.copyOf(signature, 32), larger))).isFalse();
  }

  @Test
  void anRsaSignatureLargerThanTheModulusDoesNotFit() {
    byte[] all = new byte[256];
    Arrays.fill(all, (byte) 0xFF);

    assertThat(fits(JwsAlgorithm.RS256, all)).isFalse();
    assertThat(fits(JwsAlgorithm.PS256, all)).isFalse();
  }

  @Test
  void anRsaSignatureOverTheHashInAnotherFormDoesNotFit() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(TEXT);
    String right = "3031300d060960864801650304020105000420";
    String withoutParameters = "302f300b06096086480165030402010420";

    assertThat(fits(JwsAlgorithm.RS256, rawRsa(right, hash, 0))).isTrue();
    assertThat(fits(JwsAlgorithm.RS256, rawRsa(withoutParameters, hash, 0))).isFalse();
    assertThat(fits(JwsAlgorithm.RS256, rawRsa(right, hash, 8))).isFalse();
  }

  /** Signs this prefix and hash with so much rubbish behind them. */
  private static byte[] rawRsa(String prefixInHex, byte[] hash, int rubbish) {
    byte[] prefix = HexFormat.of().parseHex(prefixInHex);
    byte[] encoded = new byte[256];
    Arrays.fill(encoded, (byte) 0xFF);
    int start = encoded.length - rubbish - hash.length - prefix.length;
    encoded[0] = 0;
    encoded[1] = 1;
    encoded[start - 1] = 0;
    System.arraycopy(prefix, 0, encoded, start, prefix.length);
    System.arraycopy(hash, 0, encoded, start + prefix.length, hash.length);
    RSAPrivateKey key = (RSAPrivateKey) RSA.getPrivate();
    BigInteger signed =
        new BigInteger(1, encoded).modPow(key.getPrivateExponent(), key.getModulus());
    return Base64Url.fixedLength(signed, encoded.length);
  }

  private static boolean fits(JwsAlgorithm algorithm, byte[] signature) {
    return Signatures.fits(algorithm, verifyingKey(algorithm), TEXT, signature);
  }

  private static Key signingKey(JwsAlgorithm algorithm) {
    return switch (algorithm.family()) {
      case HMAC -> new SecretKeySpec(SECRET, "HMAC");
      case RSA, RSA_PSS -> RSA.getPrivate();
      case ECDSA -> EC.get(algorithm).getPrivate();
      case EDDSA -> ED25519.getPrivate();
    };
  }

  private static Key verifyingKey(JwsAlgorithm algorithm) {
    return switch (algorithm.family()) {
      case HMAC -> new SecretKeySpec(SECRET, "HMAC");
      case RSA, RSA_PSS -> RSA.getPublic();
      case ECDSA -> EC.get(algorithm).getPublic();
      case EDDSA -> ED25519.getPublic();
    };
  }

  private static Algorithm javaJwt(JwsAlgorithm algorithm) {
    return switch (algorithm) {
      case HS256 -> Algorithm.HMAC256(SECRET);
      case HS384 -> Algorithm.HMAC384(SECRET);
      case HS512 -> Algorithm.HMAC512(SECRET);
      case RS256 -> Algorithm.RSA256(null, (RSAPrivateKey) RSA.getPrivate());
      case RS384 -> Algorithm.RSA384(null, (RSAPrivateKey) RSA.getPrivate());
      case RS512 -> Algorithm.RSA512(null, (RSAPrivateKey) RSA.getPrivate());
      case ES256 -> Algorithm.ECDSA256(null, (ECPrivateKey) EC.get(algorithm).getPrivate());
      case ES384 -> Algorithm.ECDSA384(null, (ECPrivateKey) EC.get(algorithm).getPrivate());
      case ES512 -> Algorithm.ECDSA512(null, (ECPrivateKey) EC.get(algorithm).getPrivate());
      default -> throw new AssertionError(algorithm);
    };
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static KeyPair pair(String type, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
