package dev.gatehouse.desktop.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.StrictJson;

/**
 * What a token endpoint has answered (RFC 6749 §5).
 *
 * @param status the status code; 0 if nothing came
 * @param json the answer; empty if it was no JSON object
 */
record TokenAnswer(int status, ObjectNode json) {
  private static final int OK = 200;

  static TokenAnswer in(Hop hop) {
    try {
      return new TokenAnswer(hop.status(), StrictJson.object(hop.body(), "the answer"));
    } catch (JoseException unreadable) {
      return new TokenAnswer(hop.status(), JsonNodeFactory.instance.objectNode());
    }
  }

  /** Whether it was not refused. */
  boolean isGiven() {
    return status == OK;
  }

  /** A member that is text; empty if there is none. */
  String text(String name) {
    return json.path(name).asText("");
  }

  /** The access token. */
  String accessToken() {
    return text("access_token");
  }

  /** The same in the server's words, if it has any. */
  String reason() {
    String words = text("error_description");
    return words.isEmpty() ? error() : error() + ": " + words;
  }

  /** Why it was refused (RFC 6749 §5.2); empty if it was not, or nobody says. */
  String error() {
    return text("error");
  }
}
