package dev.gatehouse.desktop.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an authorization server says of itself (RFC 8414 §2).
 *
 * @param document as it came
 */
record ServerMetadata(ObjectNode document) {
  private static final int OK = 200;
  private static final String ALIASES = "mtls_endpoint_aliases";

  /** Reads it from an answer; empty if that is something else. */
  static Optional<ServerMetadata> in(Hop hop) {
    try {
      return hop.status() == OK
          ? Optional.of(new ServerMetadata(StrictJson.object(hop.body(), "the metadata")))
          : Optional.empty();
    } catch (JoseException unreadable) {
      return Optional.empty();
    }
  }

  /** Who it says it is. */
  String issuer() {
    return document.path("issuer").asText("");
  }

  /**
   * Where it is to be asked for something.
   *
   * @param name for example {@code token_endpoint}
   * @throws FlowException if it does not offer that
   */
  String endpoint(String name) throws FlowException {
    String url = document.path(name).asText("");
    if (url.isEmpty()) {
      throw new FlowException(
          issuer() + " names no " + name + ", so it does not offer this. Choose another way.");
    }
    return url;
  }

  /**
   * Where it is to be asked by a client that shows a certificate, which may be another place (RFC
   * 8705 §5).
   *
   * @param name for example {@code token_endpoint}
   * @throws FlowException if it does not offer that
   */
  String endpointForCertificates(String name) throws FlowException {
    String alias = document.path(ALIASES).path(name).asText("");
    return alias.isEmpty() ? endpoint(name) : alias;
  }

  /** Everywhere that it sends clients and browsers (§2). */
  List<String> addresses() {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : document.properties()) {
      boolean named = member.getKey().endsWith("_endpoint") || member.getKey().equals("jwks_uri");
      if (named && member.getValue().isTextual()) {
        all.add(member.getValue().asText());
      }
    }
    document.path(ALIASES).forEach(alias -> all.add(alias.asText()));
    return all;
  }

  /** Whether it promises something, for example to say who it is in each answer. */
  boolean promises(String name) {
    return document.path(name).asBoolean(false);
  }

  /** Whether a list names this; true if there is no such list. */
  boolean takes(String list, String value) {
    JsonNode values = document.path(list);
    boolean named = values.isMissingNode();
    for (JsonNode one : values) {
      named = named || one.asText().equals(value);
    }
    return named;
  }
}
