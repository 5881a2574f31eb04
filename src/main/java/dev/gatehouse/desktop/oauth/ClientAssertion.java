package dev.gatehouse.desktop.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.Signatures;
import dev.gatehouse.server.jose.StrictJson;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;

/** What a client signs to prove who it is: {@code private_key_jwt} by ES256 (RFC 7523 §2.2). */
final class ClientAssertion {
  private static final long LIFETIME_SECONDS = 60;

  private ClientAssertion() {}

  /**
   * A statement for this authorization server, good once and for a minute.
   *
   * @param jwk the private key (RFC 7517, RFC 7518 §6.2.2)
   * @throws FlowException if the key cannot be read
   */
  static String signed(String jwk, String clientId, String issuer, Instant now)
      throws FlowException {
    ObjectNode key = read(jwk);
    ObjectNode header = JsonNodeFactory.instance.objectNode().put("alg", "ES256");
    if (key.has("kid")) {
      header.put("kid", key.path("kid").asText());
    }
    ObjectNode claims =
        JsonNodeFactory.instance
            .objectNode()
            .put("iss", clientId)
            .put("sub", clientId)
            .put("aud", issuer)
            .put("jti", ProofKey.random())
            .put("iat", now.getEpochSecond())
            .put("exp", now.getEpochSecond() + LIFETIME_SECONDS);
    String input = encoded(header) + "." + encoded(claims);
    byte[] signature =
        Signatures.sign(
            JwsAlgorithm.ES256, privateKey(key), input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64Url.encode(signature);
  }

  private static ObjectNode read(String jwk) throws FlowException {
    try {
      ObjectNode key = StrictJson.object(jwk, "the key");
      if (key.path("crv").asText().equals("P-256") && key.path("d").isTextual()) {
        return key;
      }
    } catch (JoseException unreadable) {
      throw new FlowException("The client's key cannot be read: " + unreadable.getMessage());
    }
    throw new FlowException("The client's key has to be a private JWK with crv P-256 and d.");
  }

  private static Key privateKey(ObjectNode jwk) throws FlowException {
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      byte[] number = Base64Url.decode(jwk.path("d").asText(), "d");
      return KeyFactory.getInstance("EC")
          .generatePrivate(
              new ECPrivateKeySpec(
                  new BigInteger(1, number), curve.getParameterSpec(ECParameterSpec.class)));
    } catch (GeneralSecurityException | JoseException unusable) {
      throw new FlowException("The client's key cannot be used: " + unusable.getMessage());
    }
  }

  private static String encoded(ObjectNode json) {
    return Base64Url.encode(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
