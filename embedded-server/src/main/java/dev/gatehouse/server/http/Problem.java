package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered as it was meant to be: {@code application/problem+json} (RFC
 * 9457).
 *
 * @param status the HTTP status code
 * @param detail what is the matter, for people
 * @param members what else there is to say (RFC 9457 §3.2), for example {@code check}: the one that
 *     decided
 * @param headers header lines that belong to it, for example {@code Allow}
 */
record Problem(int status, String detail, Map<String, JsonNode> members, List<Header> headers) {
  static final String TYPE = "application/problem+json";

  Problem {
    members = new LinkedHashMap<>(members);
    headers = List.copyOf(headers);
  }

  /** A problem that no check or rule decided. */
  static Problem of(int status, String detail) {
    return new Problem(status, detail, Map.of(), List.of());
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
    return with("check", TextNode.valueOf(id));
  }

  /** The same, told to have been decided by this rule. */
  Problem byRule(String id) {
    return with("rule", TextNode.valueOf(id));
  }

  /** The same, told to be about this property of the request. */
  Problem aboutField(String name) {
    return with("field", TextNode.valueOf(name));
  }

  /** The same, told to be about this line of the body, counted from 1. */
  Problem aboutLine(int line) {
    return with("line", IntNode.valueOf(line));
  }

  private Problem with(String member, JsonNode value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(status, detail, more, headers);
  }

  /** The same with one more header line. */
  Problem with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Problem(status, detail, members, more);
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
    members.forEach(body::set);
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

  /** These words as a sentence. */
  static String sentence(String words) {
    return words.isEmpty()
        ? words
        : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private static String titleOf(int status) {
    HttpStatus.@Nullable Code code = HttpStatus.getCode(status);
    return code == null ? "Refused" : code.getMessage();
  }
}
