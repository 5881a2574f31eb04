package dev.gatehouse.server.webauthn;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the browser says of the page that asked for a passkey (WebAuthn §5.8.1). The authenticator
 * signs its digest, so nobody can change it later.
 *
 * @param type {@link #CREATE} or {@link #GET}
 * @param challenge base64url, as the server gave it out
 * @param origin the page, for example {@code http://localhost:8085}
 * @param crossOrigin whether the page was in a frame of another
 * @param topOrigin the page around it, if there was one
 */
public record ClientData(
    String type, String challenge, String origin, boolean crossOrigin, @Nullable String topOrigin) {
  /** The type of what is signed when a passkey is made. */
  public static final String CREATE = "webauthn.create";

  /** The type of what is signed when a passkey is used. */
  public static final String GET = "webauthn.get";

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads it.
   *
   * @param bytes JSON as UTF-8
   */
  public static ClientData read(byte[] bytes) throws WebauthnException {
    JsonNode said;
    try {
      said =
          JSON.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (JacksonException | CharacterCodingException notJson) {
      throw new WebauthnException("clientDataJSON is not JSON");
    }
    JsonNode top = said.path("topOrigin");
    return new ClientData(
        text(said, "type"),
        text(said, "challenge"),
        text(said, "origin"),
        said.path("crossOrigin").asBoolean(false),
        top.isTextual() ? top.textValue() : null);
  }

  /** The same as the browser writes it (WebAuthn §5.8.1.1). */
  public byte[] bytes() {
    ObjectNode said =
        JSON.createObjectNode()
            .put("type", type)
            .put("challenge", challenge)
            .put("origin", origin)
            .put("crossOrigin", crossOrigin);
    if (topOrigin != null) {
      said.put("topOrigin", topOrigin);
    }
    return said.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(JsonNode object, String name) throws WebauthnException {
    JsonNode value = object.path(name);
    if (!value.isTextual()) {
      throw new WebauthnException("clientDataJSON without " + name);
    }
    return value.textValue();
  }
}
