package dev.gatehouse.server.oauth;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens that tell a client who has logged in (OpenID Connect Core §2). They open nothing. */
final class IdTokens {
  /** What kind of token it is (RFC 7519 §5.1). */
  static final String TYPE = "JWT";

  private final TokenIssuer issuer;
  private final Identity identity;

  IdTokens(TokenIssuer issuer, Identity identity) {
    this.issuer = issuer;
    this.identity = identity;
  }

  /** One that goes with this access token. */
  String idToken(Granted granted, String accessToken) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", granted.clientId());
    claims.put("sub", granted.subject());
    claims.put("at_hash", halfHashOf(accessToken));
    if (granted.authTime() != null) {
      claims.put("auth_time", granted.authTime());
    }
    claims.putAll(LoginLevel.claims(granted.methods()));
    if (granted.nonce() != null) {
      claims.put("nonce", granted.nonce());
    }
    Optional<Person> person = identity.person(granted.subject());
    if (person.isPresent() && granted.scopes().contains(Scopes.PROFILE)) {
      claims.put("name", person.get().name());
      claims.put("preferred_username", person.get().id());
    }
    if (person.isPresent() && granted.scopes().contains(Scopes.EMAIL)) {
      claims.put("email", person.get().email());
    }
    return issuer.issueTyped(TYPE, claims);
  }

  /** The left half of the hash that RS256 uses, as base64url (OpenID Connect Core §3.1.3.6). */
  static String halfHashOf(String accessToken) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
      return Base64Url.encode(Arrays.copyOf(hash, hash.length / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
