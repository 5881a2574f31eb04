package dev.gatehouse.desktop.repeat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.Field;
import dev.gatehouse.desktop.credential.TokenParts;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request with marked places, each between two {@code §}: in the address, the headers, the body,
 * the fields of its credential, or inside a token. All of them take the same value.
 *
 * @param type the type of its credential
 * @param values the credential's fields, by field name
 * @param call the request without its credential
 */
public record Template(CredentialType type, Map<String, String> values, Draft call) {
  /** What a mark looks like before anything is put there. */
  public static final String MARK = "§value§";

  private static final Pattern PLACE = Pattern.compile("§[^§]*§");

  public Template {
    values = new LinkedHashMap<>(values);
  }

  /** Where something is marked, in words, for example {@code Password}; empty if nothing is. */
  public List<String> places() {
    List<String> places = new ArrayList<>();
    if (isMarked(call.url())) {
      places.add("address");
    }
    for (Header header : call.headers()) {
      if (isMarked(header.name()) || isMarked(header.value())) {
        places.add("header " + PLACE.matcher(header.name()).replaceAll("…"));
      }
    }
    if (isMarked(body())) {
      places.add("body");
    }
    for (Field field : type.fields()) {
      String value = values.getOrDefault(field.name(), "");
      if (isMarked(value) || token(value).filter(Template::isMarked).isPresent()) {
        places.add(field.label());
      }
    }
    return List.copyOf(places);
  }

  /**
   * The request with this in every marked place. It goes in as it is; but in an address, what would
   * end it there is percent-encoded, and in a token the part is encoded anew, its signature kept.
   */
  public Template filled(String value) {
    List<Header> headers =
        call.headers().stream()
            .map(header -> new Header(put(header.name(), value), put(header.value(), value)))
            .toList();
    byte[] body =
        isMarked(body()) ? put(body(), value).getBytes(StandardCharsets.UTF_8) : call.body();
    Map<String, String> filled = new LinkedHashMap<>();
    values.forEach((name, text) -> filled.put(name, putInField(text, value)));
    return new Template(
        type,
        filled,
        new Draft(
            call.method(), put(call.url(), inAddress(value)), headers, body, call.certificate()));
  }

  private String body() {
    return new String(call.body(), StandardCharsets.UTF_8);
  }

  private static boolean isMarked(String text) {
    return PLACE.matcher(text).find();
  }

  private static boolean isMarked(TokenParts token) {
    return isMarked(token.header()) || isMarked(token.payload());
  }

  private static String put(String text, String value) {
    return PLACE.matcher(text).replaceAll(Matcher.quoteReplacement(value));
  }

  private static String inAddress(String value) {
    return value.replace(" ", "%20").replace("#", "%23");
  }

  private static String putInField(String text, String value) {
    Optional<TokenParts> token = token(text).filter(Template::isMarked);
    if (token.isEmpty()) {
      return put(text, value);
    }
    String written = new String(JsonStringEncoder.getInstance().quoteAsString(value));
    return new TokenParts(
            TokenParts.encoded(put(token.get().header(), written)),
            TokenParts.encoded(put(token.get().payload(), written)),
            token.get().signature())
        .text();
  }

  /** A token with its header and payload as they read. */
  private static Optional<TokenParts> token(String text) {
    return TokenParts.of(text)
        .flatMap(
            parts ->
                TokenParts.decoded(parts.header())
                    .flatMap(
                        header ->
                            TokenParts.decoded(parts.payload())
                                .map(
                                    payload ->
                                        new TokenParts(header, payload, parts.signature()))));
  }
}
