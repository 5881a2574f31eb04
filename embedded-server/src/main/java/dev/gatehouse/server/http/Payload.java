package dev.gatehouse.server.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.Arrival;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as a JSON object, read once: the policy judges the very properties that the
 * handler then sets. Whatever two readers could read differently, such as a name that comes twice,
 * is refused.
 */
final class Payload {
  private static final int DEEPEST = 32;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final @Nullable ObjectNode object;
  private final String flaw;

  private Payload(@Nullable ObjectNode object, String flaw) {
    this.object = object;
    this.flaw = flaw;
  }

  /** No object. */
  static Payload none() {
    return new Payload(null, "A JSON object was expected.");
  }

  /** What the body holds, if the route takes an object and the media type is one it takes. */
  static Payload read(Body body, Arrival arrival) {
    if (!body.isObject()) {
      return none();
    }
    return Body.mediaTypeOf(arrival).equals("application/x-www-form-urlencoded")
        ? form(arrival.body())
        : json(arrival.body());
  }

  /** The names of the properties that the body wants to set; empty if it cannot be read. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    if (object != null) {
      object.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  /**
   * The object.
   *
   * @throws Refused with 400 if the body is none
   */
  ObjectNode object() {
    if (object == null) {
      throw Problem.badRequest(flaw).thrown();
    }
    return object;
  }

  /**
   * The object as plain values: texts, true or false, and null for what a merge patch takes away.
   *
   * @throws Refused with 400 if there is no object, or a value is of another kind
   */
  Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : object().properties()) {
      JsonNode value = member.getValue();
      if (value.isTextual()) {
        values.put(member.getKey(), value.textValue());
      } else if (value.isBoolean()) {
        values.put(member.getKey(), value.booleanValue());
      } else if (value.isNull()) {
        values.put(member.getKey(), null);
      } else {
        throw Problem.badRequest(member.getKey() + " must be a text, or true or false.")
            .aboutField(member.getKey())
            .thrown();
      }
    }
    return values;
  }

  /**
   * The text of this name.
   *
   * @return null if it is not named, or null
   * @throws Refused with 400 if there is no object, or it is something else
   */
  @Nullable String text(String name) {
    JsonNode value = object().path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw Problem.badRequest(name + " must be a text.").aboutField(name).thrown();
    }
    return value.textValue();
  }

  /** The texts in the list of this name; empty if it cannot be read. */
  Set<String> words(String name) {
    Set<String> words = new TreeSet<>();
    if (object != null) {
      for (JsonNode word : object.path(name)) {
        words.add(word.asText());
      }
    }
    return words;
  }

  /** Whether the object names this, be it as null. */
  boolean has(String name) {
    return object().has(name);
  }

  private static Payload json(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      JsonNode read = JSON.readTree(body);
      return read instanceof ObjectNode found
          ? new Payload(found, "")
          : new Payload(null, "The body must be a JSON object.");
    } catch (CharacterCodingException e) {
      return new Payload(null, "The body is not UTF-8.");
    } catch (JacksonException e) {
      String where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
      return new Payload(null, "The body is not JSON" + where + ": " + reason(e));
    } catch (IOException e) {
      return new Payload(null, "The body could not be read as JSON.");
    }
  }

  private static Payload form(byte[] body) {
    Fields fields = new Fields(true);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      UrlEncoded.decodeUtf8To(text, 0, text.length(), fields);
    } catch (CharacterCodingException e) {
      return new Payload(null, "The body is not UTF-8.");
    } catch (RuntimeException malformed) {
      return new Payload(null, "The body is not a form.");
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Fields.Field field : fields) {
      if (field.getValues().size() != 1) {
        return new Payload(null, "The form names " + field.getName() + " more than once.");
      }
      object.put(field.getName(), field.getValue());
    }
    return new Payload(object, "");
  }

  /** The parser's own words, without the part that quotes where it read from. */
  private static String reason(JacksonException e) {
    String words = e.getOriginalMessage();
    return words == null ? "it cannot be read." : words.split("\n", 2)[0];
  }
}
