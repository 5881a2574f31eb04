package dev.gatehouse.server.jose;

import dev.gatehouse.server.jose.JwsAlgorithm.Family;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * Makes and verifies signatures (RFC 7518 §3, RFC 8037 §3.1) with the platform's cryptography.
 * Whatever is wrong with a signature, the answer is that it does not fit.
 */
public final class Signatures {
  private Signatures() {}

  /**
   * Whether {@code signature} was made over {@code text} with this key.
   *
   * @param key a public key or a shared secret; one that the algorithm cannot use fits nothing
   */
  public static boolean fits(JwsAlgorithm algorithm, Key key, byte[] text, byte[] signature) {
    try {
      if (algorithm.family() == Family.HMAC) {
        return MessageDigest.isEqual(hmac(algorithm, key, text), signature);
      }
      if (!(key instanceof PublicKey publicKey) || !hasRightForm(algorithm, key, signature)) {
        return false;
      }
      if (algorithm.family() == Family.RSA && publicKey instanceof RSAPublicKey rsa) {
        return EncodedHash.fits(algorithm, rsa, text, signature);
      }
      Signature verifier = signatureOf(algorithm);
      verifier.initVerify(publicKey);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      return false;
    }
  }

  /**
   * Signs.
   *
   * @param key a private key or a shared secret, of the kind that the algorithm needs
   * @throws IllegalArgumentException if it is of another kind
   */
  public static byte[] sign(JwsAlgorithm algorithm, Key key, byte[] text) {
    try {
      if (algorithm.family() == Family.HMAC) {
        return hmac(algorithm, key, text);
      }
      Signature signer = signatureOf(algorithm);
      signer.initSign((PrivateKey) key);
      signer.update(text);
      return signer.sign();
    } catch (GeneralSecurityException | ClassCastException unusable) {
      throw new IllegalArgumentException(algorithm.text() + " cannot sign with this key", unusable);
    }
  }

  private static byte[] hmac(JwsAlgorithm algorithm, Key key, byte[] text)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm.javaName());
    mac.init(key);
    return mac.doFinal(text);
  }

  private static Signature signatureOf(JwsAlgorithm algorithm) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm.javaName());
    if (algorithm.family() == Family.RSA_PSS) {
      // RFC 7518 §3.5: the same hash throughout, and a salt as long as the hash.
      MGF1ParameterSpec mask = new MGF1ParameterSpec(algorithm.javaHash());
      signature.setParameter(
          new PSSParameterSpec(algorithm.javaHash(), "MGF1", mask, algorithm.hashBits() / 8, 1));
    }
    return signature;
  }

  /** Platforms differ in how much of this they look at themselves (CVE-2022-21449). */
  private static boolean hasRightForm(JwsAlgorithm algorithm, Key key, byte[] signature) {
    return switch (algorithm.family()) {
      case ECDSA -> isPairOfNumbers(Curve.of(algorithm).orElseThrow(), signature);
      case RSA, RSA_PSS ->
          key instanceof RSAPublicKey rsa
              && signature.length == (rsa.getModulus().bitLength() + 7) / 8;
      case EDDSA -> signature.length == 2 * EdwardsPoint.LENGTH;
      case HMAC -> true;
    };
  }

  /** RFC 7518 §3.4: r and s side by side, each from 1 to the order of the curve less 1. */
  private static boolean isPairOfNumbers(Curve curve, byte[] signature) {
    int half = curve.coordinateBytes();
    return signature.length == 2 * half
        && isBelow(curve.order(), Arrays.copyOf(signature, half))
        && isBelow(curve.order(), Arrays.copyOfRange(signature, half, 2 * half));
  }

  private static boolean isBelow(BigInteger order, byte[] bytes) {
    BigInteger number = new BigInteger(1, bytes);
    return number.signum() > 0 && number.compareTo(order) < 0;
  }
}
