package dev.gatehouse.desktop.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.StrictJson;
import java.util.Optional;

/**
 * What an authorization server says of itself (RFC 8414 §2).
 *
 * @param document as it came
 */
record ServerMetadata(ObjectNode document) {
  private static final int OK = 200;

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
