package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.oauth.Travelling;
import dev.gatehouse.desktop.ui.widget.Texts;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Picks the one header of a message that says most, in few characters. */
final class Telling {
  private static final List<String> CREDENTIALS =
      List.of("Authorization", "X-API-Key", "DPoP", "Signature-Input", "Cookie");
  private static final List<String> ANSWERS =
      List.of("Retry-After", "Location", "Set-Cookie", "Content-Type");
  private static final Pattern ERROR = Pattern.compile("error=\"[^\"]*\"");
  // A challenge that goes on with what the caller began (RFC 7804 §5).
  private static final Pattern GOES_ON = Pattern.compile("\\bdata=");
  private static final int SHOWN = 4;
  private static final int NAMES = 5;
  private static final int LONGEST = 44;

  private Telling() {}

  /** The header line that carries the credential, its secret part cut to its first characters. */
  static Optional<String> ofRequest(List<Header> headers) {
    return CREDENTIALS.stream()
        .flatMap(name -> find(headers, name).stream())
        .findFirst()
        .map(Telling::withoutItsSecret);
  }

  /** Whether a header of this name carries what proves the caller. */
  static boolean isCredential(Header header) {
    return CREDENTIALS.stream().anyMatch(name -> name.equalsIgnoreCase(header.name()));
  }

  /** The header line that says most on why this status came. */
  static Optional<String> ofResponse(List<Header> headers) {
    List<Header> challenges =
        headers.stream().filter(h -> h.name().equalsIgnoreCase("WWW-Authenticate")).toList();
    Optional<String> told =
        challenges.stream()
            .filter(h -> ERROR.matcher(h.value()).find())
            .findFirst()
            .map(Telling::error);
    if (told.isPresent()) {
      return told;
    }
    if (!challenges.isEmpty()) {
      Header first =
          challenges.stream()
              .filter(h -> GOES_ON.matcher(h.value()).find())
              .findFirst()
              .orElse(challenges.get(0));
      return Optional.of(first.name() + ": " + Texts.shorten(first.value(), LONGEST));
    }
    return ANSWERS.stream()
        .flatMap(name -> find(headers, name).stream())
        .findFirst()
        .map(h -> h.name() + ": " + Texts.shorten(h.value(), LONGEST));
  }

  /** The names of what a message carries, those that matter most first. */
  static String of(List<Travelling> carried) {
    return carried.stream().map(Travelling::name).limit(NAMES).collect(Collectors.joining(", "));
  }

  private static Optional<Header> find(List<Header> headers, String name) {
    return headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).findFirst();
  }

  private static String error(Header challenge) {
    Matcher error = ERROR.matcher(challenge.value());
    String scheme = challenge.value().split(" ", 2)[0];
    return challenge.name() + ": " + scheme + (error.find() ? " " + error.group() : "");
  }

  private static String withoutItsSecret(Header header) {
    String value = header.value();
    int start = Math.max(value.indexOf(' '), value.indexOf('=')) + 1;
    if (header.name().equalsIgnoreCase("Authorization")) {
      start = value.indexOf(' ') + 1;
    } else if (header.name().equalsIgnoreCase("Cookie")) {
      start = value.indexOf('=') + 1;
    }
    int end = Math.min(value.length(), start + SHOWN);
    return header.name() + ": " + value.substring(0, end) + (end < value.length() ? "…" : "");
  }
}
