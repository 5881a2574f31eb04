package dev.gatehouse.server.sigv4;

import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A signed request as the public test suite of AWS Signature Version 4 writes it. */
record PublishedRequest(String method, String target, List<Header> headers, byte[] body) {
  static PublishedRequest read(String text) {
    int end = text.indexOf("\n\n");
    List<String> lines = List.of((end < 0 ? text : text.substring(0, end)).split("\n", -1));
    String request = lines.get(0);
    List<Header> headers = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(" ")) {
        // A line that goes on (RFC 9112 §5.2).
        Header begun = headers.remove(headers.size() - 1);
        headers.add(new Header(begun.name(), begun.value() + "\n" + line));
      } else if (!line.isBlank()) {
        String[] parts = line.split(":", 2);
        headers.add(new Header(parts[0], parts[1]));
      }
    }
    return new PublishedRequest(
        request.substring(0, request.indexOf(' ')),
        request.substring(request.indexOf(' ') + 1, request.lastIndexOf(' ')),
        headers,
        (end < 0 ? "" : text.substring(end).strip()).getBytes(StandardCharsets.UTF_8));
  }

  PublishedRequest withTarget(String other) {
    return new PublishedRequest(method, other, headers, body);
  }

  String header(String name) {
    return headers.stream()
        .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(name))
        .map(Header::value)
        .findFirst()
        .orElseThrow();
  }

  SignedAuthorization authorization() {
    return SignedAuthorization.read(header("authorization").substring(SigV4.SCHEME.length() + 1))
        .orElseThrow();
  }

  CanonicalRequest canonical() {
    return CanonicalRequest.of(method, target, headers, authorization().signedHeaders(), body);
  }

  String stringToSign() {
    return SigV4.stringToSign(header("x-amz-date"), authorization().scope(), canonical());
  }

  String signature(String secretKey) {
    return SigV4.signature(secretKey, authorization().scope(), stringToSign());
  }
}
