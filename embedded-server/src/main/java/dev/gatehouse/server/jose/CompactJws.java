package dev.gatehouse.server.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A signed token in its compact form, taken apart (RFC 7515 §3.1, §7.1). It has been read, nothing
 * of it is believed.
 *
 * @param headerText the JOSE header as it was written
 * @param header the JOSE header
 * @param payload what was signed, whatever it is
 * @param signature the signature; may be empty
 * @param signingInput the text over which the signature was made, in ASCII (RFC 7515 §5.1)
 */
public record CompactJws(
    String headerText, ObjectNode header, byte[] payload, byte[] signature, byte[] signingInput) {
  private static final String HEADER = "the header";

  /** Those of RFC 7515 §4.1 that hold text. */
  private static final List<String> STRINGS =
      List.of("alg", "jku", "kid", "x5u", "x5t", "x5t#S256", "typ", "cty");

  /**
   * Takes a token apart (RFC 7515 §5.2, steps 1 to 7).
   *
   * @throws JoseException if it is not a compact JWS, letter by letter
   */
  public static CompactJws read(String token) throws JoseException {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
      long parts = token.chars().filter(c -> c == '.').count() + 1;
      throw new JoseException("it has " + parts + (parts == 1 ? " part" : " parts"));
    }
    String headerText =
        StrictJson.text(Base64Url.decode(token.substring(0, first), HEADER), HEADER);
    byte[] payload = Base64Url.decode(token.substring(first + 1, second), "the payload");
    byte[] signature = Base64Url.decode(token.substring(second + 1), "the signature");
    ObjectNode parameters = StrictJson.object(headerText, HEADER);
    checkTypes(parameters);
    byte[] signingInput = token.substring(0, second).getBytes(StandardCharsets.US_ASCII);
    return new CompactJws(headerText, parameters, payload, signature, signingInput);
  }

  /** A header parameter that is text, if it is there. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(header.path(name).textValue());
  }

  /** What the registered parameters may hold (RFC 7515 §4.1). */
  private static void checkTypes(ObjectNode header) throws JoseException {
    for (String name : STRINGS) {
      if (header.has(name) && !header.path(name).isTextual()) {
        throw new JoseException(name + " in the header is not a string");
      }
    }
    if (header.has("jwk") && !header.path("jwk").isObject()) {
      throw new JoseException("jwk in the header is not a JSON object");
    }
    if (header.has("x5c") && !isNonEmptyArrayOfStrings(header.path("x5c"))) {
      throw new JoseException("x5c in the header is not an array of strings");
    }
  }

  private static boolean isNonEmptyArrayOfStrings(JsonNode array) {
    boolean strings = true;
    for (JsonNode value : array) {
      strings = strings && value.isTextual();
    }
    return array.isArray() && !array.isEmpty() && strings;
  }
}
