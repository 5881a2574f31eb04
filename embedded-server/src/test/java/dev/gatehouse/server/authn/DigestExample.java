package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.DigestAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Alice asking who she is by Digest. What a test sets is hashed as it is set, so that the answer
 * fits; what it writes after that is not.
 */
final class DigestExample {
  static final String REALM = "Gatehouse";
  private static final List<String> UNQUOTED =
      List.of("algorithm", "qop", "nc", "userhash", "username*");

  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String method = "GET";
  private String target = "/me";
  private String body = "";
  private String name = "alice";
  private String password = DemoIdentity.secret("alice", "password");

  private DigestExample(Map<String, String> challenge) {
    set("username", "alice");
    set("realm", REALM);
    set("nonce", challenge.getOrDefault("nonce", ""));
    set("uri", "/me");
    set("opaque", challenge.getOrDefault("opaque", ""));
    set("algorithm", "SHA-256");
    set("qop", "auth");
    set("nc", "00000001");
    set("cnonce", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
  }

  /** An answer to a new challenge of this authenticator. */
  static DigestExample to(DigestAuthenticator digest) {
    return new DigestExample(digest.challenges(null).get(0).parameters());
  }

  /** Sets a parameter, or takes it away. */
  DigestExample set(String parameter, @Nullable String value) {
    if (value == null) {
      parameters.remove(parameter);
    } else {
      parameters.put(parameter, value);
    }
    return this;
  }

  /** By whom, with which password. */
  DigestExample by(String person, String secret) {
    name = person;
    password = secret;
    return set("username", person);
  }

  /** Another request; the parameter uri goes with it. */
  DigestExample posting(String path, String content) {
    method = "POST";
    target = path;
    body = content;
    return set("uri", path);
  }

  /** Sent to another target than it was made for. */
  DigestExample sentTo(String path) {
    target = path;
    return this;
  }

  /** Sent with another body than it was made for. */
  Arrival withBody(String other) {
    String header = header();
    body = other;
    return arrival(header);
  }

  Arrival arrival() {
    return arrival(header());
  }

  /** The same request with this header. */
  Arrival arrival(String header) {
    return method.equals("GET")
        ? Arrivals.get(target, "Authorization", header)
        : Arrivals.post(target, body, "Authorization", header);
  }

  /** The header with the answer that fits it. */
  String header() {
    String algorithmName = parameters.getOrDefault("algorithm", "MD5");
    boolean session = algorithmName.toLowerCase(Locale.ROOT).endsWith("-sess");
    DigestAlgorithm algorithm =
        DigestAlgorithm.of(algorithmName.replaceFirst("(?i)-sess$", ""))
            .orElse(DigestAlgorithm.SHA_256);
    DigestResponse response =
        new DigestResponse(
            algorithm,
            session,
            parameters.getOrDefault("nonce", ""),
            parameters.getOrDefault("nc", ""),
            parameters.getOrDefault("cnonce", ""),
            parameters.getOrDefault("qop", ""));
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.putIfAbsent(
        "response",
        response.of(
            algorithm.secret(name, parameters.getOrDefault("realm", ""), password),
            method,
            parameters.getOrDefault("uri", ""),
            body.getBytes(StandardCharsets.UTF_8)));
    return all.entrySet().stream()
        .map(
            p ->
                p.getKey()
                    + "="
                    + (UNQUOTED.contains(p.getKey()) ? p.getValue() : "\"" + p.getValue() + "\""))
        .collect(Collectors.joining(", ", "Digest ", ""));
  }
}
