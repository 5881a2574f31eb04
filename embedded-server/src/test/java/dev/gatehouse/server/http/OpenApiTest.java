package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The document says what the server does. */
final class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private static JsonNode document() throws IOException {
    return new YAMLMapper().readTree(OpenRoutes.openApi());
  }

  private static Map<String, JsonNode> calls() throws IOException {
    Map<String, JsonNode> calls = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          calls.put(
              method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue());
        }
      }
    }
    return calls;
  }

  @Test
  void itNamesEveryCallThereIsAndNoOther() throws IOException {
    List<String> routes =
        SmallServer.routes().stream().map(route -> route.method() + " " + route.path()).toList();

    assertThat(calls().keySet()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void everyCallHasANameAndASummaryOfItsOwn() throws IOException {
    Set<String> names = new HashSet<>();
    for (JsonNode call : calls().values()) {
      assertThat(call.path("summary").asText()).isNotEmpty();
      assertThat(names.add(call.path("operationId").asText())).isTrue();
    }
  }

  @Test
  void whatIsOpenNeedsNoCredential() throws IOException {
    for (Route route : SmallServer.routes()) {
      JsonNode security = calls().get(route.method() + " " + route.path()).path("security");
      boolean open = route.action() == null || route.body() == Body.LOGIN;
      assertThat(security.isArray() && security.isEmpty()).as(route.toString()).isEqualTo(open);
    }
  }

  @Test
  void aCallThatTakesABodySaysOfWhichType() throws IOException {
    for (Route route : SmallServer.routes()) {
      JsonNode body = calls().get(route.method() + " " + route.path()).path("requestBody");
      assertThat(body.isMissingNode()).as(route.toString()).isEqualTo(route.body() == Body.NONE);
      List<String> types = new ArrayList<>();
      body.path("content").fieldNames().forEachRemaining(types::add);
      if (route.body() != Body.LOGIN) {
        assertThat(types).containsExactlyInAnyOrderElementsOf(route.body().mediaTypes());
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    JsonNode document = document();
    for (String reference : document.findValuesAsText("$ref")) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void itIsServedAsItIs() {
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort())) {
      assertThat(new Caller(server).get("/openapi.yaml").body()).isEqualTo(server.openApi());
    }
  }
}
