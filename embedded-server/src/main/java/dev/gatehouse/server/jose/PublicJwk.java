package dev.gatehouse.server.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** Public keys as JSON (RFC 7517 §4), and the digest that such a key is known by (RFC 7638). */
public final class PublicJwk {
  /**
   * What only the owner of a key pair, or of a secret, may have (RFC 7518 §6.2.2, §6.3.2, §6.4).
   */
  private static final List<String> PRIVATE =
      List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

  private PublicJwk() {}

  /**
   * The members that make the key, and no others.
   *
   * @throws IllegalArgumentException if it is no public key of a kind that is known here
   */
  public static ObjectNode of(Key key) {
    ObjectNode jwk = JsonNodeFactory.instance.objectNode();
    if (key instanceof RSAPublicKey rsa) {
      return jwk.put("kty", "RSA")
          .put("n", Base64Url.encodeNumber(rsa.getModulus()))
          .put("e", Base64Url.encodeNumber(rsa.getPublicExponent()));
    }
    if (key instanceof ECPublicKey ec) {
      Curve curve = Curve.of(ec).orElseThrow(() -> new IllegalArgumentException("another curve"));
      int length = curve.coordinateBytes();
      return jwk.put("kty", "EC")
          .put("crv", curve.text())
          .put("x", Base64Url.encode(Base64Url.fixedLength(ec.getW().getAffineX(), length)))
          .put("y", Base64Url.encode(Base64Url.fixedLength(ec.getW().getAffineY(), length)));
    }
    if (key instanceof EdECPublicKey ed) {
      return jwk.put("kty", "OKP")
          .put("crv", "Ed25519")
          .put("x", Base64Url.encode(EdwardsPoint.encode(ed)));
    }
    throw new IllegalArgumentException("a secret is not published");
  }

  /** Whether there is something in it that nobody else may see. */
  public static boolean hasPrivateParts(JsonNode jwk) {
    return PRIVATE.stream().anyMatch(jwk::has);
  }

  /**
   * The thumbprint of a key (RFC 7638 §3), by SHA-256, in base64url: that of its required members
   * in the order of their names, whatever else is said of it.
   *
   * @param jwk one that can be read
   */
  public static String thumbprint(JsonNode jwk) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    List<String> names =
        switch (jwk.path("kty").asText()) {
          case "RSA" -> List.of("e", "kty", "n");
          case "EC" -> List.of("crv", "kty", "x", "y");
          case "OKP" -> List.of("crv", "kty", "x");
          default -> List.of("k", "kty");
        };
    names.forEach(name -> members.put(name, jwk.path(name).asText()));
    return sha256(members.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The SHA-256 of these bytes, in base64url. */
  public static String sha256(byte[] bytes) {
    try {
      return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
