package dev.gatehouse.server.jose;

import java.math.BigInteger;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.util.Set;

/**
 * Public keys of Ed25519 as 32 bytes (RFC 8032 §5.1.2): the coordinate y, the lowest byte first,
 * and in the topmost bit whether x is odd.
 */
final class EdwardsPoint {
  static final int LENGTH = 32;

  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      new BigInteger("52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3", 16);
  private static final BigInteger ORDER_8 =
      new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16);

  /** With such a key a signature fits many texts, so that it proves nothing. */
  private static final Set<BigInteger> OF_SMALL_ORDER =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          P.subtract(BigInteger.ONE),
          ORDER_8,
          P.subtract(ORDER_8));

  private EdwardsPoint() {}

  /**
   * Reads a public key.
   *
   * @throws JoseException if it is not a point of the curve, or one that cannot be a key
   */
  static EdECPoint decode(byte[] bytes, String what) throws JoseException {
    if (bytes.length != LENGTH) {
      throw new JoseException(what + " is not 32 bytes long");
    }
    byte[] reversed = reversed(bytes);
    boolean odd = (reversed[0] & 0x80) != 0;
    reversed[0] &= 0x7F;
    BigInteger y = new BigInteger(1, reversed);
    if (y.compareTo(P) >= 0 || !isOnCurve(y)) {
      throw new JoseException(what + " is not a point of the curve");
    }
    if (OF_SMALL_ORDER.contains(y)) {
      throw new JoseException(what + " is a point of small order, which cannot be a key");
    }
    return new EdECPoint(odd, y);
  }

  /** Writes a public key. */
  static byte[] encode(EdECPublicKey key) {
    byte[] bytes = reversed(Base64Url.fixedLength(key.getPoint().getY(), LENGTH));
    if (key.getPoint().isXOdd()) {
      bytes[LENGTH - 1] |= (byte) 0x80;
    }
    return bytes;
  }

  /** Whether (y² - 1) / (dy² + 1) has a square root, which would be x. */
  private static boolean isOnCurve(BigInteger y) {
    BigInteger square = y.multiply(y).mod(P);
    BigInteger below = D.multiply(square).add(BigInteger.ONE).modInverse(P);
    BigInteger xx = square.subtract(BigInteger.ONE).multiply(below).mod(P);
    BigInteger half = P.subtract(BigInteger.ONE).shiftRight(1);
    return xx.signum() == 0 || xx.modPow(half, P).equals(BigInteger.ONE);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
