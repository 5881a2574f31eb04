package dev.gatehouse.server.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON objects so that there is only one way to understand them (RFC 7515 §4, RFC 7519 §4):
 * each member once, nothing after the object, nothing but UTF-8. How deep they may nest and how
 * long their numbers may be is limited by the reader.
 */
public final class StrictJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final JsonMapper LAST_WINS =
      MAPPER.rebuild().disable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private StrictJson() {}

  /**
   * Reads a JSON object.
   *
   * @param bytes its text in UTF-8
   * @param what the name of this object, for the message
   * @throws JoseException if it is anything else
   */
  public static ObjectNode object(byte[] bytes, String what) throws JoseException {
    return object(text(bytes, what), what);
  }

  /**
   * Reads a JSON object from text.
   *
   * @param what the name of this object, for the message
   * @throws JoseException if it is anything else
   */
  public static ObjectNode object(String text, String what) throws JoseException {
    return object(MAPPER, text, what);
  }

  /**
   * Reads a JSON object as many programs do: of a member that stands there twice, the last counts
   * (RFC 7519 §4 lets them). Other programs take the first. Otherwise it is as strict as ever.
   *
   * @param bytes its text in UTF-8
   * @param what the name of this object, for the message
   * @throws JoseException if it is anything else
   */
  public static ObjectNode objectOfLastMembers(byte[] bytes, String what) throws JoseException {
    return object(LAST_WINS, text(bytes, what), what);
  }

  private static ObjectNode object(JsonMapper mapper, String text, String what)
      throws JoseException {
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      throw new JoseException(what + " begins with a byte order mark");
    }
    JsonNode node;
    try {
      node = mapper.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new JoseException(what + problemOf(broken));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new JoseException(what + " is not a JSON object");
  }

  /**
   * Reads text in UTF-8 (RFC 3629).
   *
   * @param what the name of this text, for the message
   * @throws JoseException if the bytes are anything else
   */
  static String text(byte[] bytes, String what) throws JoseException {
    // Fast, and what cannot be read becomes this character: only then is it looked at closely.
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new JoseException(what + " is not UTF-8");
    }
  }

  private static String problemOf(JsonProcessingException broken) {
    String message = String.valueOf(broken.getOriginalMessage());
    if (message.startsWith("Duplicate")) {
      return " has a member twice";
    }
    if (message.startsWith("Trailing")) {
      return " is followed by something else";
    }
    return " is not JSON";
  }
}
