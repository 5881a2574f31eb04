package dev.gatehouse.desktop.attack.crack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.desktop.credential.TokenParts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token whose signature was made with a secret (HS256, HS384 or HS512, RFC 7518 §3.2). The
 * signature itself tells whether a guess is right.
 */
public final class SignedToken implements Lock {
  private static final Map<String, String> MACS =
      Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String mac;
  private final byte[] signedText;
  private final byte[] signature;

  private SignedToken(String mac, byte[] signedText, byte[] signature) {
    this.mac = mac;
    this.signedText = signedText;
    this.signature = signature;
  }

  /** The token in this text; empty if there is none, or none that is signed with a secret. */
  public static Optional<Lock> in(String text) {
    return TokenParts.of(text)
        .flatMap(
            parts ->
                mac(parts)
                    .flatMap(
                        mac -> bytes(parts.signature()).map(bytes -> signed(mac, parts, bytes))));
  }

  private static Lock signed(String mac, TokenParts parts, byte[] signature) {
    return new SignedToken(mac, parts.signedText().getBytes(StandardCharsets.US_ASCII), signature);
  }

  @Override
  public Predicate<String> tester() {
    try {
      Mac computing = Mac.getInstance(mac);
      return word -> isSecret(computing, word);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + mac, missing);
    }
  }

  private boolean isSecret(Mac computing, String word) {
    try {
      computing.init(new SecretKeySpec(word.getBytes(StandardCharsets.UTF_8), mac));
      return MessageDigest.isEqual(signature, computing.doFinal(signedText));
    } catch (GeneralSecurityException unusable) {
      return false;
    }
  }

  private static Optional<String> mac(TokenParts parts) {
    return TokenParts.decoded(parts.header())
        .flatMap(SignedToken::algorithm)
        .flatMap(algorithm -> Optional.ofNullable(MACS.get(algorithm)));
  }

  private static Optional<String> algorithm(String header) {
    try {
      JsonNode alg = JSON.readTree(header).path("alg");
      return alg.isTextual() ? Optional.of(alg.textValue()) : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> bytes(String part) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(part));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
