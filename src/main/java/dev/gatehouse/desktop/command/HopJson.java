package dev.gatehouse.desktop.command;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.desktop.credential.TokenParts;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.oauth.Granted;
import dev.gatehouse.desktop.oauth.Travelling;
import dev.gatehouse.server.trace.CheckResult;
import java.util.List;
import java.util.Optional;

/**
 * What a client saw of a request and its answer, as JSON. What somebody could use who reads it is
 * cut short, so that it can be shown around; only the token that was asked for is whole.
 */
final class HopJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int SHOWN = 4;

  private HopJson() {}

  /** One request, its answer, and what the client checked of that. */
  static ObjectNode of(Hop hop) {
    ObjectNode node =
        JSON.objectNode()
            .put("purpose", hop.purpose())
            .put("from", hop.between().from().text())
            .put("to", hop.between().to().text())
            .put("method", hop.request().method())
            .put("url", hop.request().url().split("[?#]", 2)[0]);
    node.set(
        "sends",
        carried(
            Travelling.inRequest(
                hop.request().target(), hop.request().headers(), hop.request().body())));
    node.put("status", hop.status());
    node.set("receives", carried(Travelling.inResponse(hop.headers(), hop.body())));
    if (hop.error() != null) {
      node.put("error", hop.error());
    }
    ArrayNode checks = node.putArray("checks");
    hop.callerChecks().forEach(check -> checks.add(of(check)));
    return node;
  }

  private static ObjectNode of(CheckResult check) {
    return JSON.objectNode()
        .put("id", check.id())
        .put("question", check.question())
        .put("source", check.source())
        .put("outcome", check.outcome().text())
        .put("expected", check.expected())
        .put("actual", check.actual());
  }

  private static ObjectNode carried(List<Travelling> all) {
    ObjectNode node = JSON.objectNode();
    for (Travelling one : all) {
      String value = one.value();
      boolean cut = one.secret() && value.length() > SHOWN;
      node.put(one.name(), cut ? value.substring(0, SHOWN) + "…" : value);
    }
    return node;
  }

  /** The token that all came to; what it says, if it is one that can be read. */
  static ObjectNode of(Granted granted) {
    ObjectNode node =
        JSON.objectNode()
            .put("outcome", "token")
            .put("accessToken", granted.accessToken())
            .put("tokenType", granted.type());
    claims(granted.accessToken()).ifPresent(claims -> node.set("claims", claims));
    if (!granted.idToken().isEmpty()) {
      node.put("idToken", granted.idToken());
      claims(granted.idToken()).ifPresent(claims -> node.set("idTokenClaims", claims));
    }
    return node;
  }

  /** Why there is no token. */
  static ObjectNode stopped(String why) {
    return JSON.objectNode().put("outcome", "stopped").put("why", why);
  }

  private static Optional<JsonNode> claims(String token) {
    try {
      Optional<String> text =
          TokenParts.of(token).map(TokenParts::payload).flatMap(TokenParts::decoded);
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(new ObjectMapper().readTree(text.get())).filter(JsonNode::isObject);
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }
}
