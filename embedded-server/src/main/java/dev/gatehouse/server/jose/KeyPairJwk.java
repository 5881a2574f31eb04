package dev.gatehouse.server.jose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/** A pair of keys that a client can be given, written as JWKs (RFC 7517, RFC 7518 §6.2). */
public final class KeyPairJwk {
  private static final Curve CURVE = Curve.of(JwsAlgorithm.ES256).orElseThrow();

  private final String kid;
  private final ECPublicKey verifying;
  private final ECPrivateKey signing;

  private KeyPairJwk(String kid, KeyPair pair) {
    this.kid = kid;
    this.verifying = (ECPublicKey) pair.getPublic();
    this.signing = (ECPrivateKey) pair.getPrivate();
  }

  /** Makes a new pair for ES256 whose identifier is this. */
  public static KeyPairJwk forEs256(String kid) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(CURVE.parameters());
      return new KeyPairJwk(kid, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform makes keys for ES256", e);
    }
  }

  /** The half that verifies. */
  public ObjectNode publicJwk() {
    int length = CURVE.coordinateBytes();
    return JsonNodeFactory.instance
        .objectNode()
        .put("kty", "EC")
        .put("crv", CURVE.text())
        .put("x", Base64Url.encode(Base64Url.fixedLength(verifying.getW().getAffineX(), length)))
        .put("y", Base64Url.encode(Base64Url.fixedLength(verifying.getW().getAffineY(), length)))
        .put("kid", kid)
        .put("use", "sig")
        .put("alg", JwsAlgorithm.ES256.text());
  }

  /** Both halves: with it everybody can sign in the client's name. */
  public ObjectNode privateJwk() {
    return publicJwk()
        .put("d", Base64Url.encode(Base64Url.fixedLength(signing.getS(), CURVE.coordinateBytes())));
  }
}
