package dev.gatehouse.desktop.attack.forge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What a forgery is made of.
 *
 * @param keys the key set that the server publishes (RFC 7517 §5); missing if it was not fetched
 * @param chosen what was chosen, by the choice's name
 */
public record Ingredients(JsonNode keys, Map<String, String> chosen) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Ingredients {
    chosen = Map.copyOf(chosen);
  }

  /** Nothing but the token itself. */
  public static Ingredients none() {
    return new Ingredients(MissingNode.getInstance(), Map.of());
  }

  /** These keys, as they were published; none if it cannot be read. */
  public static Ingredients keys(byte[] published, Map<String, String> chosen) {
    try {
      return new Ingredients(JSON.readTree(published), chosen);
    } catch (JacksonException noJson) {
      return new Ingredients(MissingNode.getInstance(), chosen);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What was chosen of this, or the first there is to choose. */
  String of(Forgery.Choice choice) {
    List<String> values = choice.values();
    return chosen.getOrDefault(choice.name(), values.isEmpty() ? "" : values.get(0));
  }
}
