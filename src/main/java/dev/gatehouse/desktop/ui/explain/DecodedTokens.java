package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.credential.TokenParts;
import dev.gatehouse.desktop.oauth.Travelling;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the tokens that travel, for everybody can read that (RFC 7519 §3). Whether it is
 * true is another matter, which only who has the keys can tell.
 */
final class DecodedTokens {
  private static final int LONGEST = 4_000;

  private DecodedTokens() {}

  /** Adds what stands in these values, as far as they are signed tokens. */
  static void addValues(List<Travelling> carried, Detail.Builder detail) {
    carried.forEach(one -> add(one.label(), one.value(), detail));
  }

  /** Adds what stands in these header lines: after the scheme, or in all of it. */
  static void addHeaders(List<Header> headers, Detail.Builder detail) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase("Authorization")) {
        add("Token", header.value().substring(header.value().indexOf(' ') + 1), detail);
      } else if (header.name().equalsIgnoreCase("DPoP")) {
        add("Proof", header.value(), detail);
      }
    }
  }

  private static void add(String label, String value, Detail.Builder detail) {
    Optional<TokenParts> parts = TokenParts.of(value);
    Optional<String> header = parts.flatMap(token -> json(token.header()));
    Optional<String> payload = parts.flatMap(token -> json(token.payload()));
    if (header.isPresent() && payload.isPresent()) {
      detail.code(label + ": header", header.get()).code(label + ": payload", payload.get());
    }
  }

  private static Optional<String> json(String part) {
    return TokenParts.decoded(part)
        .filter(text -> text.startsWith("{"))
        .map(text -> new PrettyJson().format(text.getBytes(StandardCharsets.UTF_8), LONGEST));
  }
}
