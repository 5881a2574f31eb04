package dev.gatehouse.server.authn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.authn.Presented.Location;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a body says by name, as JSON or as a form sends it. Reading never throws. */
final class BodyMembers {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String sent;
  private final @Nullable JsonNode object;
  private final @Nullable String flaw;

  private BodyMembers(String sent, @Nullable JsonNode object, @Nullable String flaw) {
    this.sent = sent;
    this.object = object;
    this.flaw = flaw;
  }

  /** What the body of this request says. */
  static BodyMembers read(Arrival arrival) {
    String sent = text(arrival.body()).orElse("");
    String type =
        arrival.value("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/json" -> json(sent);
      case "application/x-www-form-urlencoded" -> new BodyMembers(sent, null, null);
      default -> new BodyMembers(sent, null, "neither JSON nor a form");
    };
  }

  /** The whole body as a credential. */
  static Presented presented(Arrival arrival) {
    return new Presented(Location.BODY, arrival.headers().size(), text(arrival.body()).orElse(""));
  }

  /** The body as it came; empty if it is no UTF-8. */
  String sent() {
    return sent;
  }

  /** Why it says nothing, in words; empty if it can be read. */
  Optional<String> flaw() {
    return Optional.ofNullable(flaw);
  }

  /** The text of this name; empty unless there is exactly one, and it is a text. */
  Optional<String> text(String name) {
    if (object != null) {
      return Optional.ofNullable(object.path(name).textValue());
    }
    List<String> values = formValues(name);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Whether it says anything of this name but nothing at all. */
  boolean says(String name) {
    if (object != null) {
      JsonNode value = object.path(name);
      return !value.isMissingNode() && !value.isNull() && !"".equals(value.textValue());
    }
    return formValues(name).stream().anyMatch(value -> !value.isEmpty());
  }

  private List<String> formValues(String name) {
    return flaw == null ? FormParameters.values(sent, name) : List.of();
  }

  private static BodyMembers json(String body) {
    try {
      return new BodyMembers(body, JSON.readTree(body), null);
    } catch (JsonProcessingException e) {
      return new BodyMembers(body, null, "not JSON");
    }
  }

  private static Optional<String> text(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
