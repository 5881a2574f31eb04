package dev.gatehouse.desktop.workbench;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the calls that a server offers from its OpenAPI document (OpenAPI 3.1 §4.8). */
public final class ApiCalls {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final int MOST_REFERENCES = 8;

  private final JsonNode document;

  private ApiCalls(JsonNode document) {
    this.document = document;
  }

  /**
   * The calls in the order of the document.
   *
   * @param yaml the document
   * @throws IllegalArgumentException if it is not YAML
   */
  public static List<ApiCall> read(String yaml) {
    try {
      return new ApiCalls(YAMLMapper.builder().build().readTree(yaml)).calls();
    } catch (JacksonException notYaml) {
      throw new IllegalArgumentException(
          "The description of the API cannot be read: " + notYaml.getOriginalMessage(), notYaml);
    }
  }

  private List<ApiCall> calls() {
    List<ApiCall> calls = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode item = resolved(path.getValue());
      for (Map.Entry<String, JsonNode> operation : item.properties()) {
        if (METHODS.contains(operation.getKey())) {
          calls.add(call(path.getKey(), item, operation.getKey(), operation.getValue()));
        }
      }
    }
    return List.copyOf(calls);
  }

  private ApiCall call(String template, JsonNode item, String method, JsonNode operation) {
    Map<String, ApiCall.Parameter> parameters = new LinkedHashMap<>();
    for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (JsonNode node : list) {
        JsonNode parameter = resolved(node);
        String place = parameter.path("in").asText();
        if (place.equals("path") || place.equals("query")) {
          String name = parameter.path("name").asText();
          parameters.put(place + " " + name, parameter(name, place.equals("path"), parameter));
        }
      }
    }
    return new ApiCall(
        method.toUpperCase(Locale.ROOT),
        template,
        operation.path("summary").asText(),
        List.copyOf(parameters.values()),
        body(resolved(operation.path("requestBody"))),
        isOpen(operation));
  }

  private ApiCall.Parameter parameter(String name, boolean inPath, JsonNode parameter) {
    return new ApiCall.Parameter(
        name,
        inPath,
        inPath || parameter.path("required").asBoolean(),
        text(example(parameter)),
        parameter.path("description").asText());
  }

  private ApiCall.@Nullable Body body(JsonNode body) {
    for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
      return new ApiCall.Body(content.getKey(), text(example(content.getValue())));
    }
    return null;
  }

  /** An operation without a requirement of its own is under that of the document (§4.8.10.1). */
  private boolean isOpen(JsonNode operation) {
    JsonNode security =
        operation.has("security") ? operation.path("security") : document.path("security");
    for (JsonNode requirement : security) {
      if (requirement.isEmpty()) {
        return true;
      }
    }
    return security.isEmpty();
  }

  /** The example of a parameter or a body, or of its schema, or its schema's default. */
  private JsonNode example(JsonNode holder) {
    if (holder.has("example")) {
      return holder.path("example");
    }
    for (JsonNode example : holder.path("examples")) {
      return holder.path("examples").isArray() ? example : resolved(example).path("value");
    }
    if (holder.has("schema")) {
      return example(resolved(holder.path("schema")));
    }
    if (holder.has("default")) {
      return holder.path("default");
    }
    return exampleOfMembers(holder);
  }

  private JsonNode exampleOfMembers(JsonNode schema) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode member = resolved(property.getValue());
      JsonNode example = member.has("properties") ? MissingNode.getInstance() : example(member);
      if (!example.isMissingNode() && !member.path("readOnly").asBoolean()) {
        members.put(property.getKey(), example);
      }
    }
    return members.isEmpty()
        ? MissingNode.getInstance()
        : YAMLMapper.builder().build().createObjectNode().setAll(members);
  }

  private static String text(JsonNode example) {
    if (example.isMissingNode() || example.isNull()) {
      return "";
    }
    return example.isValueNode() ? example.asText() : example.toPrettyString();
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode target = node;
    for (int hop = 0; hop < MOST_REFERENCES && target.has("$ref"); hop++) {
      String reference = target.path("$ref").asText();
      target =
          reference.startsWith("#/")
              ? document.at(reference.substring(1))
              : MissingNode.getInstance();
    }
    return target;
  }
}
