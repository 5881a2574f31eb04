package dev.gatehouse.desktop.export;

import dev.gatehouse.desktop.credential.ApiKeyCredential;
import dev.gatehouse.desktop.credential.MtlsCredential;
import dev.gatehouse.desktop.credential.TokenParts;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A credential that was found among the header lines of a request.
 *
 * @param call the request without it
 * @param type the type, for example {@code basic}; {@code none} if there is none, or more than one:
 *     then they stay where they are, to be sent as they were
 * @param values its fields, by field name
 */
record RecognisedCredential(Draft call, String type, Map<String, String> values) {
  /** The type of a signature over parts of the request. */
  static final String SIGNATURE = "http-signature";

  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  /** The header line for a name and a password with a colon between. */
  static Header basic(String pair) {
    String whole = pair.contains(":") ? pair : pair + ":";
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    return new Header("Authorization", BASIC + Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * What curl signs a request with when told to.
   *
   * @param scope the value of its option {@code --aws-sigv4}
   * @param keys access key and secret key with a colon between
   */
  static Optional<Map<String, String>> signing(String scope, String keys) {
    String[] places = scope.split(":", -1);
    int colon = keys.indexOf(':');
    if (places.length != 4 || colon < 0) {
      return Optional.empty();
    }
    return Optional.of(
        Map.of(
            "accessKey",
            keys.substring(0, colon),
            "secretKey",
            keys.substring(colon + 1),
            "region",
            places[2],
            "service",
            places[3]));
  }

  /**
   * A certificate, with the token that is sent on its connection if there is one.
   *
   * @param certificate the file of it
   * @param key the file of its key; empty if that is the same one
   */
  static RecognisedCredential showing(String certificate, String key, Draft draft) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(MtlsCredential.SHOWN, MtlsCredential.OWN);
    values.put(MtlsCredential.CERTIFICATE, certificate);
    values.put(MtlsCredential.KEY, key.isEmpty() ? certificate : key);
    RecognisedCredential beside = in(draft);
    String token = beside.values().getOrDefault("token", "");
    values.put(MtlsCredential.TOKEN, token);
    return new RecognisedCredential(token.isEmpty() ? draft : beside.call(), "mtls", values);
  }

  /** Looks for one. */
  static RecognisedCredential in(Draft draft) {
    Optional<RecognisedCredential> signed = SignedHeaders.in(draft);
    if (signed.isPresent()) {
      return signed.get();
    }
    List<Header> candidates =
        draft.headers().stream().filter(RecognisedCredential::maybeCredential).toList();
    if (candidates.size() != 1) {
      return new RecognisedCredential(draft, "none", Map.of());
    }
    Header header = candidates.get(0);
    List<Header> others = new ArrayList<>(draft.headers());
    others.remove(header);
    Draft rest = new Draft(draft.method(), draft.url(), others, draft.body());
    return recognised(header, rest)
        .orElseGet(() -> new RecognisedCredential(draft, "none", Map.of()));
  }

  private static boolean maybeCredential(Header header) {
    return header.name().equalsIgnoreCase("Authorization")
        || header.name().equalsIgnoreCase(ApiKeyCredential.HEADER);
  }

  private static Optional<RecognisedCredential> recognised(Header header, Draft rest) {
    String value = header.value();
    if (header.name().equalsIgnoreCase(ApiKeyCredential.HEADER)) {
      return Optional.of(new RecognisedCredential(rest, "api-key", Map.of("key", value)));
    }
    if (value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      String token = value.substring(BEARER.length()).strip();
      String type = isJwt(token) ? "jwt" : "opaque-token";
      return Optional.of(new RecognisedCredential(rest, type, Map.of("token", token)));
    }
    if (value.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return nameAndPassword(value.substring(BASIC.length()).strip())
          .map(values -> new RecognisedCredential(rest, "basic", values));
    }
    return Optional.empty();
  }

  private static boolean isJwt(String token) {
    return TokenParts.of(token)
        .flatMap(parts -> TokenParts.decoded(parts.header()))
        .filter(header -> header.stripLeading().startsWith("{"))
        .isPresent();
  }

  /** Only if it is written just as we would write it: a broken one has to stay broken. */
  private static Optional<Map<String, String>> nameAndPassword(String encoded) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
      String pair = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      int colon = pair.indexOf(':');
      if (colon < 0 || !basic(pair).value().equals(BASIC + encoded)) {
        return Optional.empty();
      }
      return Optional.of(
          Map.of("username", pair.substring(0, colon), "password", pair.substring(colon + 1)));
    } catch (IllegalArgumentException | CharacterCodingException broken) {
      return Optional.empty();
    }
  }
}
