package dev.gatehouse.desktop.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.desktop.credential.CredentialException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries out what a lesson says is done to a JSON Web Token (RFC 7519) before it is sent. */
final class TokenEditor {
  /** Signs as the server does: from header and payload, as JSON, to the compact token (RFC 7515 §7.1). */
  @FunctionalInterface
  interface Signer {
    /** The signed token. */
    String sign(String header, String payload);
  }

  private static final Pattern TIME = Pattern.compile("now([+-][0-9]{1,9})?");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final JsonMapper json = JsonMapper.builder().build();
  private final Signer signer;
  private final Clock clock;

  /**
   * An editor.
   *
   * @param signer signs again, where a lesson wants it
   * @param clock what {@code now} means
   */
  TokenEditor(Signer signer, Clock clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * The edited token.
   *
   * @throws CredentialException if what is there is not a signed token to begin with
   */
  String edit(String token, TokenEdit edit) throws CredentialException {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new CredentialException("Only a token of three parts can be changed here.");
    }
    String header = changed(parts[0], edit.header());
    String payload = changed(parts[1], edit.claims());
    return switch (edit.signature()) {
      case KEEP -> encoded(header) + "." + encoded(payload) + "." + parts[2];
      case EMPTY -> encoded(header) + "." + encoded(payload) + ".";
      case AGAIN -> signer.sign(header, payload);
    };
  }

  private String changed(String part, Map<String, @Nullable Object> changes) throws CredentialException {
    try {
      JsonNode node = json.readTree(Base64.getUrlDecoder().decode(part));
      if (!(node instanceof ObjectNode object)) {
        throw new CredentialException("This part of the token is not a JSON object.");
      }
      changes.forEach((name, value) -> change(object, name, value));
      return json.writeValueAsString(object);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new CredentialException("This part of the token is not Base64url of JSON.");
    }
  }

  private void change(ObjectNode object, String name, @Nullable Object value) {
    if (value == null) {
      object.remove(name);
      return;
    }
    Matcher time = TIME.matcher(value.toString());
    if (time.matches()) {
      long offset = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
      object.put(name, clock.instant().getEpochSecond() + offset);
    } else {
      object.set(name, json.valueToTree(value));
    }
  }

  private static String encoded(String text) {
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
