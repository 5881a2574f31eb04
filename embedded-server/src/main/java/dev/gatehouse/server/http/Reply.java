package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.oauth.Answer;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is answered.
 *
 * @param status the HTTP status code
 * @param headers in order, without those that every response carries
 * @param body may be empty
 */
record Reply(int status, List<Header> headers, byte[] body) {
  static final String JSON_TYPE = "application/json";
  static final String HTML_TYPE = "text/html;charset=utf-8";
  static final String CONTENT_TYPE = "Content-Type";

  Reply {
    headers = List.copyOf(headers);
  }

  /** What an endpoint of the authorization server answers. */
  static Reply of(Answer answer) {
    return new Reply(
        answer.status(), answer.headers(), answer.body().getBytes(StandardCharsets.UTF_8));
  }

  /** 200 with JSON. */
  static Reply ok(JsonNode body) {
    return json(200, body);
  }

  /** JSON with this status. */
  static Reply json(int status, JsonNode body) {
    return text(status, JSON_TYPE, body.toString());
  }

  /** Text of this media type. */
  static Reply text(int status, String mediaType, String body) {
    return new Reply(
        status,
        List.of(new Header(CONTENT_TYPE, mediaType)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** 204: it was done, and there is nothing to say. */
  static Reply noContent() {
    return new Reply(204, List.of(), new byte[0]);
  }

  /** The same with one more header. */
  Reply with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Reply(status, more, body);
  }
}
