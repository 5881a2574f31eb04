package dev.gatehouse.server.jose;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads one JWK strictly (RFC 7517 §4, RFC 7518 §6, RFC 8037 §2). */
final class JwkReader {
  private static final Set<String> FOR_SIGNATURES = Set.of("sign", "verify");

  /** No key in use needs a larger one, and it would cost much to verify with. */
  private static final int MAX_RSA_EXPONENT_BITS = 64;

  private static final int MAX_RSA_BITS = 16_384;

  private JwkReader() {}

  /**
   * Reads a key.
   *
   * @throws JoseException if it is none, or one that nothing can be verified with
   */
  static Jwk read(JsonNode jwk) throws JoseException {
    if (!jwk.isObject()) {
      throw new JoseException("the key is not a JSON object");
    }
    @Nullable String use = optional(jwk, "use");
    Key key = key(jwk);
    return new Jwk(optional(jwk, "kid"), optional(jwk, "alg"), use, keyOps(jwk, use), () -> key);
  }

  private static Key key(JsonNode jwk) throws JoseException {
    String kty = required(jwk, "kty");
    return switch (kty) {
      case "RSA" -> rsa(jwk);
      case "EC" -> ec(jwk);
      case "OKP" -> okp(jwk);
      case "oct" -> oct(jwk);
      default -> throw new JoseException("keys of the type " + kty + " are not known here");
    };
  }

  /** RFC 7518 §6.3.1. */
  private static PublicKey rsa(JsonNode jwk) throws JoseException {
    BigInteger n = Base64Url.decodeNumber(required(jwk, "n"), "n");
    BigInteger e = Base64Url.decodeNumber(required(jwk, "e"), "e");
    if (!n.testBit(0) || n.bitLength() > MAX_RSA_BITS) {
      throw new JoseException("n is not the product of two large primes");
    }
    if (!e.testBit(0)
        || e.equals(BigInteger.ONE)
        || e.bitLength() > MAX_RSA_EXPONENT_BITS
        || e.compareTo(n) >= 0) {
      throw new JoseException("e is not a usable exponent");
    }
    return publicKey("RSA", new RSAPublicKeySpec(n, e));
  }

  /** RFC 7518 §6.2.1. */
  private static PublicKey ec(JsonNode jwk) throws JoseException {
    String crv = required(jwk, "crv");
    Curve curve =
        Curve.named(crv)
            .orElseThrow(() -> new JoseException("the curve " + crv + " is not known here"));
    ECPoint point = new ECPoint(coordinate(jwk, "x", curve), coordinate(jwk, "y", curve));
    if (!curve.contains(point)) {
      throw new JoseException("x and y are not a point on the curve " + crv);
    }
    return publicKey("EC", new ECPublicKeySpec(point, curve.parameters()));
  }

  private static BigInteger coordinate(JsonNode jwk, String name, Curve curve)
      throws JoseException {
    byte[] bytes = Base64Url.decode(required(jwk, name), name);
    if (bytes.length != curve.coordinateBytes()) {
      throw new JoseException(name + " is not " + curve.coordinateBytes() + " bytes long");
    }
    return new BigInteger(1, bytes);
  }

  /** RFC 8037 §2. */
  private static PublicKey okp(JsonNode jwk) throws JoseException {
    String crv = required(jwk, "crv");
    if (!crv.equals("Ed25519")) {
      throw new JoseException("the curve " + crv + " is not known here");
    }
    EdECPoint point = EdwardsPoint.decode(Base64Url.decode(required(jwk, "x"), "x"), "x");
    return publicKey("Ed25519", new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  /** RFC 7518 §6.4. */
  private static Key oct(JsonNode jwk) throws JoseException {
    byte[] secret = Base64Url.decode(required(jwk, "k"), "k");
    if (secret.length == 0) {
      throw new JoseException("k is empty");
    }
    return new SecretKeySpec(secret, "HMAC");
  }

  private static PublicKey publicKey(String type, KeySpec spec) throws JoseException {
    try {
      return KeyFactory.getInstance(type).generatePublic(spec);
    } catch (GeneralSecurityException unusable) {
      throw new JoseException("its numbers do not make a key");
    }
  }

  /** RFC 7517 §4.3: no value twice, and nothing that contradicts {@code use}. */
  private static @Nullable List<String> keyOps(JsonNode jwk, @Nullable String use)
      throws JoseException {
    JsonNode array = jwk.path("key_ops");
    if (array.isMissingNode()) {
      return null;
    }
    Set<String> operations = new LinkedHashSet<>();
    for (JsonNode operation : array) {
      if (!operation.isTextual() || !operations.add(operation.textValue())) {
        throw new JoseException("key_ops is not an array of different strings");
      }
    }
    if (!array.isArray()) {
      throw new JoseException("key_ops is not an array of different strings");
    }
    if ("sig".equals(use) && !FOR_SIGNATURES.containsAll(operations)) {
      throw new JoseException("use and key_ops contradict each other");
    }
    return List.copyOf(operations);
  }

  private static String required(JsonNode jwk, String name) throws JoseException {
    @Nullable String value = optional(jwk, name);
    if (value == null) {
      throw new JoseException("the key has no " + name);
    }
    return value;
  }

  private static @Nullable String optional(JsonNode jwk, String name) throws JoseException {
    JsonNode value = jwk.path(name);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw new JoseException(name + " of the key is not a string");
    }
    return value.textValue();
  }
}
