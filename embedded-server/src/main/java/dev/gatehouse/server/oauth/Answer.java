package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * What an endpoint answers. It may not be cached (RFC 6749 §5.1), as nothing here may.
 *
 * @param status the HTTP status code
 * @param headers in order, without those that every answer carries
 * @param body may be empty
 */
public record Answer(int status, List<Header> headers, String body) {
  private static final String CONTENT_TYPE = "Content-Type";

  public Answer {
    headers = List.copyOf(headers);
  }

  /** JSON with this status. */
  static Answer json(int status, JsonNode body) {
    return new Answer(
        status, List.of(new Header(CONTENT_TYPE, "application/json")), body.toString());
  }

  /** A page with this status. */
  static Answer page(int status, String html) {
    return new Answer(status, List.of(new Header(CONTENT_TYPE, "text/html;charset=utf-8")), html);
  }

  /** Nothing, which is all there is to say. */
  static Answer empty() {
    return new Answer(200, List.of(), "");
  }

  /**
   * Sends the browser on, by a GET whatever it did before, so that no form with a password is sent
   * on (RFC 9700 §4.12).
   */
  static Answer redirect(String location) {
    return new Answer(303, List.of(new Header("Location", location)), "");
  }

  /** The same answer with one more header. */
  Answer with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Answer(status, more, body);
  }
}
