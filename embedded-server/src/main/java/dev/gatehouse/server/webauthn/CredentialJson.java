package dev.gatehouse.server.webauthn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's {@code PublicKeyCredential} is as JSON (WebAuthn §5.1, {@code toJSON}), before
 * it is known what it is for.
 */
final class CredentialJson {
  private static final int LONGEST_ID = 1_023;

  private final JsonNode whole;
  private final JsonNode response;

  CredentialJson(String json) throws WebauthnException {
    try {
      whole = ClientData.JSON.readTree(json);
    } catch (JsonProcessingException notJson) {
      throw new WebauthnException("no JSON");
    }
    response = whole.path("response");
    if (!whole.path("type").asText("").equals("public-key") || !response.isObject()) {
      throw new WebauthnException("JSON without the type public-key or without a response");
    }
  }

  /** The passkey's public name (WebAuthn §4, Credential ID), base64url. */
  String id() throws WebauthnException {
    byte[] id = bytes(whole, "id");
    if (id.length == 0 || id.length > LONGEST_ID) {
      throw new WebauthnException("an id of " + id.length + " bytes");
    }
    JsonNode raw = whole.path("rawId");
    if (!raw.isMissingNode() && !raw.equals(whole.path("id"))) {
      throw new WebauthnException("an id that differs from rawId");
    }
    return whole.path("id").textValue();
  }

  /** A member of the response that has to be there. */
  byte[] bytes(String name) throws WebauthnException {
    return bytes(response, name);
  }

  /** A member of the response that may be missing. */
  @Nullable String optional(String name) throws WebauthnException {
    JsonNode value = response.path(name);
    return value.isMissingNode() || value.isNull()
        ? null
        : SignedData.base64(bytes(response, name));
  }

  private static byte[] bytes(JsonNode object, String name) throws WebauthnException {
    JsonNode value = object.path(name);
    if (!value.isTextual()) {
      throw new WebauthnException("no " + name);
    }
    try {
      return Base64Url.decode(value.textValue(), name);
    } catch (JoseException e) {
      throw new WebauthnException(String.valueOf(e.getMessage()));
    }
  }
}
