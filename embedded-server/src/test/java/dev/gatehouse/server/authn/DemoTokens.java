package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.jose.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Tokens of the demo people, genuine and forged, of an issuer that all tests share. */
final class DemoTokens {
  static final String ISSUER_NAME = "http://127.0.0.1:8085";
  static final TokenIssuer ISSUER = TokenIssuer.create(ISSUER_NAME, DemoIdentity.clock());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DemoTokens() {}

  /** An authenticator that trusts the shared issuer. */
  static JwtAuthenticator authenticator() {
    return new JwtAuthenticator(
        new GateServices(DemoIdentity.identity(), ISSUER, DemoIdentity.clock()));
  }

  /** A request with this token. */
  static Arrival bearer(String token) {
    return get("/me", "Authorization", "Bearer " + token);
  }

  /** A genuine token of this person. */
  static String of(String person) {
    return ISSUER.issue(person, Set.of("events:read"), Map.of());
  }

  /** A token of Alice's with this claim, which the issuer did sign. */
  static String withClaim(String name, Object value) {
    return resigned(of("alice"), header -> {}, claims -> claims.set(name, JSON.valueToTree(value)));
  }

  /** A token of Alice's without this claim, which the issuer did sign. */
  static String withoutClaim(String name) {
    return resigned(of("alice"), header -> {}, claims -> claims.remove(name));
  }

  /** A token of Alice's with this header parameter, which the issuer did sign. */
  static String withHeader(String name, Object value) {
    return resigned(of("alice"), header -> header.set(name, JSON.valueToTree(value)), claims -> {});
  }

  /** A token of Alice's by this algorithm, signed with the key for it. */
  static String signedBy(String alg) {
    return resigned(
        of("alice"),
        header -> {
          header.remove("kid");
          header.put("alg", alg);
        },
        claims -> {});
  }

  /** A token of this person's by an old secret of the issuer. */
  static String byOldSecret(String person, String kid) {
    return resigned(of(person), header -> header.put("alg", "HS256").put("kid", kid), claims -> {});
  }

  /** The token changed, and signed again by the issuer. */
  static String resigned(
      String token, Consumer<ObjectNode> headerChange, Consumer<ObjectNode> claimsChange) {
    return ISSUER.sign(changed(token, 0, headerChange), changed(token, 1, claimsChange));
  }

  /** The token changed, with its old signature. */
  static String forged(
      String token, Consumer<ObjectNode> headerChange, Consumer<ObjectNode> claimsChange) {
    return encoded(changed(token, 0, headerChange))
        + "."
        + encoded(changed(token, 1, claimsChange))
        + token.substring(token.lastIndexOf('.'));
  }

  /** The token with another third part. */
  static String withSignature(String token, byte[] signature) {
    return token.substring(0, token.lastIndexOf('.') + 1)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  /** Text as base64url. */
  static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A part of a token, decoded. */
  static String part(String token, int index) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), StandardCharsets.UTF_8);
  }

  private static String changed(String token, int index, Consumer<ObjectNode> change) {
    try {
      ObjectNode object = (ObjectNode) JSON.readTree(part(token, index));
      change.accept(object);
      return object.toString();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
