package dev.gatehouse.server.jose;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Optional;

/** The elliptic curves of RFC 7518 §6.2.1.1, each for one algorithm (RFC 7518 §3.4). */
public enum Curve {
  P_256("P-256", "secp256r1", JwsAlgorithm.ES256, 32),
  P_384("P-384", "secp384r1", JwsAlgorithm.ES384, 48),
  P_521("P-521", "secp521r1", JwsAlgorithm.ES512, 66);

  private final String text;
  private final JwsAlgorithm algorithm;
  private final int coordinateBytes;
  private final ECParameterSpec parameters;

  Curve(String text, String javaName, JwsAlgorithm algorithm, int coordinateBytes) {
    this.text = text;
    this.algorithm = algorithm;
    this.coordinateBytes = coordinateBytes;
    this.parameters = parametersOf(javaName);
  }

  /** The curve of this name, the value of {@code crv}. */
  public static Optional<Curve> named(String text) {
    return Arrays.stream(values()).filter(curve -> curve.text.equals(text)).findFirst();
  }

  /** The curve on which this key is. */
  static Optional<Curve> of(ECKey key) {
    return Arrays.stream(values())
        .filter(curve -> curve.parameters.getCurve().equals(key.getParams().getCurve()))
        .findFirst();
  }

  /** The curve that this algorithm needs. */
  static Optional<Curve> of(JwsAlgorithm algorithm) {
    return Arrays.stream(values()).filter(curve -> curve.algorithm == algorithm).findFirst();
  }

  /** Its name, the value of {@code crv}. */
  public String text() {
    return text;
  }

  /** The algorithm that it is for. */
  JwsAlgorithm algorithm() {
    return algorithm;
  }

  /** The length of a coordinate, and of each half of a signature, in bytes. */
  int coordinateBytes() {
    return coordinateBytes;
  }

  /** The number of points that can be reached; a signature's numbers are smaller. */
  BigInteger order() {
    return parameters.getOrder();
  }

  ECParameterSpec parameters() {
    return parameters;
  }

  /**
   * Whether this point is on the curve (SEC 1 §3.2.2.1). The curves here have no small subgroups.
   */
  boolean contains(ECPoint point) {
    BigInteger p = ((ECFieldFp) parameters.getCurve().getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
      return false;
    }
    BigInteger right =
        x.pow(3)
            .add(parameters.getCurve().getA().multiply(x))
            .add(parameters.getCurve().getB())
            .mod(p);
    return y.pow(2).mod(p).equals(right);
  }

  private static ECParameterSpec parametersOf(String javaName) {
    try {
      AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
      named.init(new ECGenParameterSpec(javaName));
      return named.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has the curve " + javaName, e);
    }
  }
}
