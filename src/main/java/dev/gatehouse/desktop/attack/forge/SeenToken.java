package dev.gatehouse.desktop.attack.forge;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A token that somebody has or that was sent or received.
 *
 * @param where where it was seen, in words, for example {@code GET /me}
 * @param text the token itself, a secret
 */
public record SeenToken(String where, String text) {
  private static final Pattern TOKEN =
      Pattern.compile("eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
  private static final int MOST = 40;
  private static final int MOST_OF_A_BODY = 64 * 1024;

  /** Those of the people, then those of the exchanges in their order, each once. */
  public static List<SeenToken> in(List<DemoPerson> people, List<Exchange> exchanges) {
    Map<String, SeenToken> found = new LinkedHashMap<>();
    people.forEach(
        person ->
            person
                .secret("jwt")
                .ifPresent(token -> found.put(token, new SeenToken(person.name(), token))));
    for (Exchange exchange : exchanges) {
      for (Hop hop : exchange.hops()) {
        collect(hop, found);
      }
      if (found.size() > MOST) {
        break;
      }
    }
    return found.values().stream().limit(MOST).toList();
  }

  private static void collect(Hop hop, Map<String, SeenToken> found) {
    String where = hop.request().method() + " " + hop.request().target().split("\\?", 2)[0];
    String sent =
        hop.request().headers().stream().map(Header::value).collect(Collectors.joining("\n"));
    collect(sent, where, found);
    int length = Math.min(MOST_OF_A_BODY, hop.body().length);
    String answer = new String(hop.body(), 0, length, StandardCharsets.UTF_8);
    collect(answer, "answer to " + where, found);
  }

  private static void collect(String text, String where, Map<String, SeenToken> found) {
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      found.putIfAbsent(tokens.group(), new SeenToken(where, tokens.group()));
    }
  }

  /** Whom it is about, as far as it says so; never the token itself. */
  public String subject() {
    try {
      return CompactToken.parse(text).claim("sub");
    } catch (CredentialException unreadable) {
      return "";
    }
  }

  /** Never the token itself. */
  @Override
  public String toString() {
    return "token of " + where;
  }
}
