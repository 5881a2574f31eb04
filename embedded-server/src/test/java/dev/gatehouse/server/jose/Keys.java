package dev.gatehouse.server.jose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys written by hand. */
final class Keys {
  private Keys() {}

  /** The only key in this JWK or JWK set. */
  static Jwk only(String json) throws JoseException {
    JwkSet set = JwkSet.read(json);
    if (!set.setAside().isEmpty()) {
      throw new JoseException(set.setAside().get(0).problem());
    }
    return set.candidates(null).get(0);
  }

  /** The JWK with another member, given as JSON, in place of or beside its own. */
  static String with(String jwk, String name, String value) {
    String without = jwk.replaceFirst("\"" + name + "\":(\"[^\"]*\"|\\[[^]]*\\]),?", "");
    return "{\"" + name + "\":" + value + "," + without.substring(1).replace(",}", "}");
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
