package dev.gatehouse.server.brought;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.Jwk;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Tokens that hint at a key. */
final class Hints {
  private Hints() {}

  /** The keys that are found for a token with this {@code kid}. */
  static List<Jwk> keys(String kid) {
    return BroughtKeys.of(token(header().put("kid", kid))).keys();
  }

  /** Why there are none. */
  static String problem(String kid) {
    return BroughtKeys.of(token(header().put("kid", kid))).problem();
  }

  static ObjectNode header() {
    return JsonNodeFactory.instance.objectNode().put("alg", "HS256");
  }

  /** A token with this header, signed by nobody. */
  static CompactJws token(ObjectNode header) {
    byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
    try {
      return CompactJws.read(
          Base64.getUrlEncoder().withoutPadding().encodeToString(text) + ".e30.");
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }
}
