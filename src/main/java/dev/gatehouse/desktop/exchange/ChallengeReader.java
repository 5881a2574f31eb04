package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.httpsignature.ComponentException;
import dev.gatehouse.server.httpsignature.SignatureRequest;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the challenges of a 401 (RFC 9110 §11.6.1). One header line may hold several, and commas
 * stand between challenges, between the parameters of one, and inside quoted strings: only what
 * follows a comma tells which it was.
 */
public final class ChallengeReader {
  private static final String TCHAR = "[!#$%&'*+.^_`|~0-9A-Za-z-]";
  private static final Pattern GAP = Pattern.compile("[ \t,]*");
  private static final Pattern BLANKS = Pattern.compile("[ \t]*");
  private static final Pattern TOKEN = Pattern.compile(TCHAR + "+");
  // RFC 7804 §5 puts no quotes around Base64.
  private static final Pattern BASE64 = Pattern.compile("[!#$%&'*+.^_`|~/0-9A-Za-z-]+=*");
  private static final Pattern TOKEN68 = Pattern.compile("([A-Za-z0-9._~+/-]+=*)[ \t]*(?=,|$)");
  private static final Pattern NAME = Pattern.compile("(" + TCHAR + "+)[ \t]*=[ \t]*");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final Pattern UP_TO_COMMA = Pattern.compile("[^,]*");

  private final String text;
  private int position;

  private ChallengeReader(String text) {
    this.text = text;
  }

  /**
   * The challenges of every {@code WWW-Authenticate} line, in order, and what every {@code
   * Accept-Signature} line asks for (RFC 9421 §5.1). Never throws.
   */
  public static List<ReceivedChallenge> read(List<Header> headers) {
    return headers.stream()
        .flatMap(
            header ->
                switch (header.name().toLowerCase(Locale.ROOT)) {
                  case "www-authenticate" -> read(header.value()).stream();
                  case "accept-signature" -> signatures(header).stream();
                  default -> Stream.empty();
                })
        .toList();
  }

  private static List<ReceivedChallenge> signatures(Header header) {
    try {
      return SignatureRequest.read(header.value()).stream()
          .map(
              request -> {
                Map<String, String> parameters = new LinkedHashMap<>();
                parameters.put("components", request.components());
                parameters.putAll(request.parameters());
                return new ReceivedChallenge(header.name(), null, parameters, "");
              })
          .toList();
    } catch (ComponentException unreadable) {
      return List.of(
          new ReceivedChallenge(header.name(), header.value(), Map.of(), unreadable.reason()));
    }
  }

  /** The challenges in one line, in order. Never throws. */
  public static List<ReceivedChallenge> read(String value) {
    return new ChallengeReader(value).challenges();
  }

  private List<ReceivedChallenge> challenges() {
    List<ReceivedChallenge> found = new ArrayList<>();
    for (accept(GAP); position < text.length(); accept(GAP)) {
      Matcher scheme = accept(TOKEN);
      if (scheme == null) {
        String unreadable = text.substring(position);
        position = text.length();
        found.add(
            new ReceivedChallenge(
                "", null, Map.of(), "no scheme can begin with \"" + unreadable + "\""));
      } else {
        found.add(challenge(scheme.group()));
      }
    }
    return List.copyOf(found);
  }

  private ReceivedChallenge challenge(String scheme) {
    accept(BLANKS);
    Matcher token68 = accept(TOKEN68);
    if (token68 != null) {
      return new ReceivedChallenge(scheme, token68.group(1), Map.of(), "");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> flaws = new ArrayList<>();
    Pattern unquoted = scheme.regionMatches(true, 0, "SCRAM-", 0, 6) ? BASE64 : TOKEN;
    Matcher name = accept(NAME);
    while (name != null) {
      String value = value(unquoted, flaws);
      if (knows(parameters, name.group(1))) {
        flaws.add("the parameter " + name.group(1) + " is given twice");
      } else {
        parameters.put(name.group(1), value);
      }
      int end = position;
      accept(BLANKS);
      if (position < text.length() && text.charAt(position) != ',') {
        flaws.add("no comma follows the parameter " + name.group(1));
      }
      accept(GAP);
      name = accept(NAME);
      if (name == null) {
        position = end;
      }
    }
    skipRest(flaws);
    return new ReceivedChallenge(scheme, null, parameters, String.join("; ", flaws));
  }

  private String value(Pattern unquoted, List<String> flaws) {
    Matcher quoted = accept(QUOTED);
    if (quoted != null) {
      return quoted.group(1).replaceAll("\\\\(.)", "$1");
    }
    Matcher token = accept(unquoted);
    if (token != null) {
      return token.group();
    }
    boolean open = position < text.length() && text.charAt(position) == '"';
    flaws.add(open ? "a quote is not closed" : "a value is missing or must be quoted");
    String rest = open ? text.substring(position + 1) : "";
    position = open ? text.length() : position;
    return rest;
  }

  /** Whatever is left before the next comma belongs to nothing. */
  private void skipRest(List<String> flaws) {
    accept(BLANKS);
    @Nullable Matcher rest = accept(UP_TO_COMMA);
    if (rest != null && !rest.group().isEmpty()) {
      flaws.add("\"" + rest.group() + "\" is neither a parameter nor a value");
    }
  }

  private static boolean knows(Map<String, String> parameters, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return parameters.keySet().stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).equals(wanted));
  }

  private @Nullable Matcher accept(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    position = matcher.end();
    return matcher;
  }
}
