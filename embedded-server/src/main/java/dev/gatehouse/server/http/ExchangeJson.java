package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Verification;
import dev.gatehouse.server.trace.Vote;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Writes exchange records as the JSON of the contract, with secret evidence and credentials masked:
 * what any program may read.
 */
public final class ExchangeJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ExchangeJson() {}

  /** The whole record. */
  public static ObjectNode exchange(ExchangeRecord exchange) {
    ObjectNode node = JSON.objectNode();
    node.put("id", exchange.id());
    node.put("at", exchange.at().toString());
    node.put("micros", exchange.micros());
    node.putObject("request")
        .put("method", exchange.request().method())
        .put("target", Masking.target(exchange.request().target()))
        .put("version", exchange.request().version())
        .set("headers", headers(exchange.request().headers()));
    node.set("authentication", authenticationNode(exchange.authentication()));
    node.set("authorization", authorizationNode(exchange.authorization()));
    node.putObject("response")
        .put("status", exchange.response().status())
        .set("headers", headers(exchange.response().headers()));
    return node;
  }

  /** Who the caller is, check by check: the contract's {@code authentication}. */
  public static ObjectNode authenticationNode(Verification verification) {
    ObjectNode node = JSON.objectNode();
    node.put("type", verification.type());
    node.put("scheme", verification.scheme());
    node.put("outcome", verification.result().text());
    node.putNull("principal");
    verification.principal().ifPresent(principal -> node.set("principal", principal(principal)));
    ArrayNode checks = node.putArray("checks");
    verification.checks().forEach(check -> checks.add(check(check)));
    return node;
  }

  /** What the caller may do, rule by rule: the contract's {@code authorization}. */
  public static ObjectNode authorizationNode(Decision decision) {
    ObjectNode node = JSON.objectNode();
    node.put("action", decision.action());
    node.put("resource", decision.resource());
    node.put("outcome", decision.result().text());
    ArrayNode rules = node.putArray("rules");
    decision.votes().forEach(vote -> rules.add(rule(vote)));
    return node;
  }

  private static ObjectNode check(CheckResult check) {
    ObjectNode node = JSON.objectNode();
    node.put("id", check.id());
    node.put("question", check.question());
    node.put("source", check.source());
    node.put("why", check.why());
    node.put("outcome", check.outcome().text());
    node.put("expected", check.expected());
    node.put("actual", check.actual());
    node.put("weakness", check.weakness());
    ArrayNode all = node.putArray("evidence");
    for (Evidence one : check.evidence()) {
      Evidence shown = one.masked();
      all.addObject()
          .put("label", shown.label())
          .put("value", shown.value())
          .put("secret", shown.secret());
    }
    node.put("micros", check.micros());
    return node;
  }

  private static ObjectNode rule(Vote vote) {
    return JSON.objectNode()
        .put("id", vote.id())
        .put("question", vote.question())
        .put("source", vote.source())
        .put("outcome", vote.choice().text())
        .put("reason", vote.reason())
        .put("weakness", vote.weakness());
  }

  private static ObjectNode principal(Principal principal) {
    ObjectNode node = JSON.objectNode();
    node.put("id", principal.id());
    node.set("roles", sorted(principal.roles()));
    node.set("scopes", sorted(principal.scopes()));
    return node;
  }

  private static ArrayNode headers(List<Header> headers) {
    ArrayNode node = JSON.arrayNode();
    for (Header one : headers) {
      Header shown = Masking.header(one);
      node.addArray().add(shown.name()).add(shown.value());
    }
    return node;
  }

  /** A set as a JSON array in a fixed order. */
  static ArrayNode sorted(Set<String> values) {
    ArrayNode node = JSON.arrayNode();
    String[] inOrder = values.toArray(String[]::new);
    Arrays.sort(inOrder);
    for (String value : inOrder) {
      node.add(value);
    }
    return node;
  }
}
