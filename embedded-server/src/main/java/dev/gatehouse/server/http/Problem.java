package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered as it was meant to be: {@code application/problem+json} (RFC
 * 9457).
 *
 * @param status the HTTP status code
 * @param detail what is the matter, for people
 * @param decidedBy {@code check} or {@code rule}; null if neither decided or it may not be told
 * @param decider its identifier, for example {@code jwt.exp}; null likewise
 * @param headers header lines that belong to it, for example {@code Allow}
 */
record Problem(
    int status,
    String detail,
    @Nullable String decidedBy,
    @Nullable String decider,
    List<Header> headers) {
  static final String TYPE = "application/problem+json";

  Problem {
    headers = List.copyOf(headers);
  }

  /** A problem that no check or rule decided. */
  static Problem of(int status, String detail) {
    return new Problem(status, detail, null, null, List.of());
  }

  /** The request itself is at fault. */
  static Problem badRequest(String detail) {
    return of(400, detail);
  }

  /**
   * What is not there, or may not be known: one text for both, so that nobody can tell them apart.
   */
  static Problem notFound() {
    return of(404, "There is nothing here, or nothing that you may know of.");
  }

  /** The same, told to have been decided by this check. */
  Problem byCheck(String id) {
    return new Problem(status, detail, "check", id, headers);
  }

  /** The same, told to have been decided by this rule. */
  Problem byRule(String id) {
    return new Problem(status, detail, "rule", id, headers);
  }

  /** The same with one more header line. */
  Problem with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Problem(status, detail, decidedBy, decider, more);
  }

  /**
   * The answer that tells it.
   *
   * @param exchangeId the exchange in which it came up
   */
  Reply reply(String exchangeId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "about:blank");
    body.put("title", titleOf(status));
    body.put("status", status);
    body.put("detail", detail);
    body.put("instance", Explorer.EXCHANGES + "/" + exchangeId);
    body.put("exchange", exchangeId);
    if (decidedBy != null) {
      body.put(decidedBy, decider);
    }
    Reply reply = Reply.text(status, TYPE, body.toString());
    for (Header header : headers) {
      reply = reply.with(header.name(), header.value());
    }
    return reply;
  }

  /** Ends the handling of a request with this problem. */
  Refused thrown() {
    return new Refused(this);
  }

  private static String titleOf(int status) {
    HttpStatus.@Nullable Code code = HttpStatus.getCode(status);
    return code == null ? "Refused" : code.getMessage();
  }
}
