package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.DigestAlgorithm;
import dev.gatehouse.server.identity.DigestSecrets;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an {@code Authorization: Digest} says (RFC 7616 §3.4), and what is stored of the person it
 * names.
 *
 * @param arrival the request
 * @param sent all of what it says
 * @param parameters the same, taken apart
 * @param stored what is stored of that person for that algorithm
 */
record DigestAttempt(
    Arrival arrival, String sent, AuthParameters parameters, Lookup<DigestSecrets.Row> stored) {
  private static final String SESSION = "-sess";
  private static final int LONGEST_NAME = 255;
  private static final List<String> DEMANDED =
      List.of("realm", "nonce", "uri", "response", "opaque");

  /** A sender must quote these (RFC 7616 §3.4). */
  private static final List<String> QUOTED =
      List.of("username", "realm", "nonce", "uri", "response", "cnonce", "opaque");

  private static final Pattern COUNT = Pattern.compile("[0-9a-f]{8}");
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  /** RFC 8187 §3.2.1, in UTF-8 alone. */
  private static final Pattern EXTENDED =
      Pattern.compile("(?i)UTF-8'[A-Z0-9-]*'((?:[A-Z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})*+)");

  /** Reads one. Never throws. */
  static DigestAttempt read(Arrival arrival, String sent, DigestSecrets secrets) {
    AuthParameters parameters = AuthParameters.read(sent);
    DigestAttempt named =
        new DigestAttempt(arrival, sent, parameters, new Lookup<>(Optional::empty));
    return new DigestAttempt(
        arrival, sent, parameters, new Lookup<>(() -> named.lookedUpIn(secrets)));
  }

  /** What is wrong with how it is written; empty if nothing is. */
  String flaw() {
    if (!parameters.flaw().isEmpty()) {
      return parameters.flaw();
    }
    for (String name : DEMANDED) {
      if (parameters.text(name).isEmpty()) {
        return "no " + name;
      }
    }
    for (String name : QUOTED) {
      if (parameters.text(name).isPresent() && !parameters.isQuoted(name)) {
        return "the parameter " + name + " without its quotes";
      }
    }
    if (!parameters.values().values().stream()
        .allMatch(value -> PRINTABLE.matcher(value.text()).matches())) {
      return "a character that does not belong there; a name with others goes into username*";
    }
    if (parameters.text("nc").filter(count -> !COUNT.matcher(count).matches()).isPresent()) {
      return "an nc that is not eight hexadecimal digits in lower case";
    }
    return flawInName();
  }

  private String flawInName() {
    boolean plain = parameters.text("username").isPresent();
    boolean extended = parameters.text("username*").isPresent();
    if (plain == extended) {
      return plain ? "both username and username*" : "no username";
    }
    if (extended && isUserHash()) {
      return "a hashed name in username*, which is for names in clear";
    }
    String userhash = parameters.text("userhash").orElse("false");
    if (!userhash.equalsIgnoreCase("true") && !userhash.equalsIgnoreCase("false")) {
      return "a userhash that is neither true nor false";
    }
    Optional<String> name = name();
    if (name.isEmpty()) {
      return "a username* that is not UTF-8 as RFC 8187 writes it";
    }
    return name.get().length() > LONGEST_NAME
            || name.get().chars().anyMatch(Character::isISOControl)
        ? "a name that is far too long, or has a control character in it"
        : "";
  }

  /** The text of a parameter; empty if it is not there. */
  String text(String parameter) {
    return parameters.text(parameter).orElse("");
  }

  /** Whether the name was sent hashed (RFC 7616 §3.4.4). */
  boolean isUserHash() {
    return text("userhash").equalsIgnoreCase("true");
  }

  /** The name as sent, perhaps hashed; empty if there is none that can be read. */
  Optional<String> name() {
    Optional<String> plain = parameters.text("username");
    return plain.isPresent()
        ? plain
        : parameters
            .text("username*")
            .flatMap(DigestAttempt::decoded)
            .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC));
  }

  /** Whose tries this is one of: the person, if the name leads to one. */
  String account() {
    return stored.get().map(DigestSecrets.Row::personId).or(this::name).orElse("");
  }

  /** The algorithm as it was written; MD5 if none was (RFC 7616 §3.4). */
  String algorithmName() {
    return parameters.text("algorithm").orElse("MD5");
  }

  /** The hash function; empty if it is unknown. */
  Optional<DigestAlgorithm> algorithm() {
    String name = algorithmName();
    return DigestAlgorithm.of(
        isSession() ? name.substring(0, name.length() - SESSION.length()) : name);
  }

  private boolean isSession() {
    return algorithmName().toLowerCase(Locale.ROOT).endsWith(SESSION);
  }

  /** The count of the nonce's uses; 0 if there is none. */
  long count() {
    String count = text("nc");
    return COUNT.matcher(count).matches() ? Long.parseLong(count, 16) : 0;
  }

  /**
   * How the response is computed.
   *
   * @throws java.util.NoSuchElementException if the algorithm is unknown
   */
  DigestResponse response() {
    return new DigestResponse(
        algorithm().orElseThrow(),
        isSession(),
        text("nonce"),
        text("nc"),
        text("cnonce"),
        text("qop"));
  }

  private Optional<DigestSecrets.Row> lookedUpIn(DigestSecrets secrets) {
    return algorithm()
        .flatMap(
            algorithm ->
                name()
                    .flatMap(
                        name ->
                            isUserHash()
                                ? secrets.ofUserHash(name, algorithm)
                                : secrets.ofPerson(name, algorithm)));
  }

  private static Optional<String> decoded(String extended) {
    Matcher parts = EXTENDED.matcher(extended);
    if (extended.length() > 4 * LONGEST_NAME || !parts.matches()) {
      return Optional.empty();
    }
    String escaped = parts.group(1);
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '%') {
        bytes.put((byte) Integer.parseInt(escaped, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.put((byte) escaped.charAt(i));
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
