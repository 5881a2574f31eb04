package dev.gatehouse.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A response as it came over the socket. */
record Answer(int status, List<Header> headers, String body) {
  /** Reads the bytes of one response, up to where the server hung up. */
  static Answer read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("no response: " + text);
    }
    String[] lines = text.substring(0, end).split("\r\n");
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(": ?", 2);
      headers.add(new Header(parts[0], parts[1]));
    }
    return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
  }

  /** The values of the headers of exactly this name, case included. */
  List<String> headers(String name) {
    return headers.stream().filter(h -> h.name().equals(name)).map(Header::value).toList();
  }

  /** The value of the only header of exactly this name. */
  String header(String name) {
    List<String> values = headers(name);
    if (values.size() != 1) {
      throw new AssertionError(values.size() + " headers " + name + " in " + this);
    }
    return values.get(0);
  }

  JsonNode json() {
    try {
      return JsonMapper.builder().build().readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }
}
