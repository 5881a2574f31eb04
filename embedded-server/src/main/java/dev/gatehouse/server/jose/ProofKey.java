package dev.gatehouse.server.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;

/**
 * A pair of keys with which somebody proves to have it, as the owner sees it: on an elliptic curve
 * (ES256, ES384, ES512) or on edwards25519 (EdDSA).
 */
public final class ProofKey {
  private final JwsAlgorithm algorithm;
  private final ObjectNode publicJwk;
  private final PrivateKey signing;

  private ProofKey(JwsAlgorithm algorithm, Key verifying, PrivateKey signing) {
    this.algorithm = algorithm;
    this.publicJwk = PublicJwk.of(verifying);
    this.signing = signing;
  }

  /**
   * A new pair.
   *
   * @throws IllegalArgumentException if this algorithm has no such keys
   */
  public static ProofKey make(JwsAlgorithm algorithm) {
    KeyPair pair = KeyPairs.generate(algorithm);
    return new ProofKey(algorithm, pair.getPublic(), pair.getPrivate());
  }

  /**
   * Reads a private key (RFC 7518 §6.2.2, RFC 8037 §2). Whether its two halves belong together is
   * not asked.
   *
   * @param privateJwk JSON, with {@code d}
   * @throws JoseException if it is none, or one of another kind
   */
  public static ProofKey read(String privateJwk) throws JoseException {
    ObjectNode json = StrictJson.object(privateJwk, "the key");
    Jwk jwk = JwkReader.read(json);
    if (!json.path("d").isTextual()) {
      throw new JoseException("the key has no d, so it is not a private one");
    }
    byte[] d = Base64Url.decode(json.path("d").textValue(), "d");
    if (jwk.key() instanceof ECPublicKey ec) {
      Curve curve = Curve.of(ec).orElseThrow();
      KeySpec spec = new ECPrivateKeySpec(new BigInteger(1, d), curve.parameters());
      return new ProofKey(curve.algorithm(), ec, privateKey("EC", spec));
    }
    if (json.path("kty").asText().equals("OKP")) {
      KeySpec spec = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, d);
      return new ProofKey(JwsAlgorithm.EDDSA, jwk.key(), privateKey("Ed25519", spec));
    }
    throw new JoseException("keys of the type " + json.path("kty").asText() + " make no proofs");
  }

  private static PrivateKey privateKey(String type, KeySpec spec) throws JoseException {
    try {
      return KeyFactory.getInstance(type).generatePrivate(spec);
    } catch (GeneralSecurityException unusable) {
      throw new JoseException("d is not a private key");
    }
  }

  /** By which it signs. */
  public JwsAlgorithm algorithm() {
    return algorithm;
  }

  /** The half that everybody may see. */
  public ObjectNode publicJwk() {
    return publicJwk.deepCopy();
  }

  /** What the public half is known by (RFC 7638). */
  public String thumbprint() {
    return PublicJwk.thumbprint(publicJwk);
  }

  /** Both halves. */
  public ObjectNode privateJwk() {
    return publicJwk().put("d", Base64Url.encode(secret()));
  }

  private byte[] secret() {
    if (signing instanceof ECPrivateKey ec) {
      return Base64Url.fixedLength(ec.getS(), Curve.of(algorithm).orElseThrow().coordinateBytes());
    }
    return ((EdECPrivateKey) signing).getBytes().orElseThrow();
  }

  /** The private half as PEM (RFC 7468 §10). */
  public String pem() {
    return KeyPairs.pem(signing);
  }

  /**
   * Signs.
   *
   * @param header JSON; what it says is not looked at
   * @param payload JSON
   * @return the compact token (RFC 7515 §7.1)
   */
  public String sign(String header, String payload) {
    String text = encoded(header) + "." + encoded(payload);
    byte[] signature =
        Signatures.sign(algorithm, signing, text.getBytes(StandardCharsets.US_ASCII));
    return text + "." + Base64Url.encode(signature);
  }

  private static String encoded(String text) {
    return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
  }
}
