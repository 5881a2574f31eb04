package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.ChallengeReader;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.ReceivedChallenge;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.authn.DigestResponse;
import dev.gatehouse.server.identity.DigestAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A password that is never sent: the server is asked for a number first, then the password is
 * hashed together with that and with the request (RFC 7616).
 */
@AutoService(CredentialType.class)
public final class DigestCredential implements CredentialType {
  /** What the first request is for. */
  public static final String ASKING = "ask for a challenge";

  private static final String SCHEME = "Digest";
  private static final String AS_OFFERED = "as offered";
  private static final String HASHED = "hashed";
  private static final String SESSION = "-sess";
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public String type() {
    return "digest";
  }

  @Override
  public String label() {
    return "Digest (password hashed with a challenge)";
  }

  @Override
  public int rank() {
    return 15;
  }

  @Override
  public Optional<String> scheme() {
    return Optional.of(SCHEME);
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("username", "Name", "Who you say you are"),
        Field.secret("password", "Password", "Hashed here; it does not leave this machine"),
        Field.choice(
            "algorithm",
            "Algorithm",
            "As offered: the first that is not MD5",
            AS_OFFERED,
            "SHA-256",
            "SHA-512-256",
            "SHA-256-sess",
            "SHA-512-256-sess",
            "MD5"),
        Field.choice(
            "qop",
            "Protects",
            "auth: method and target; auth-int: the body too",
            AS_OFFERED,
            DigestResponse.WITHOUT_BODY,
            DigestResponse.WITH_BODY),
        Field.choice(
            "name", "Name sent", "Hashed: who listens does not learn it", "in clear", HASHED));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    Map<String, String> values = NameAndPassword.of(person);
    values.put("algorithm", AS_OFFERED);
    values.put("qop", AS_OFFERED);
    values.put("name", "in clear");
    return values;
  }

  /** Sends the call without a credential first, for the server has to say what to hash with. */
  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    byte[] random = new byte[18];
    RANDOM.nextBytes(random);
    Hop asked = wire.send(ASKING, draft);
    String clientNonce = Base64.getUrlEncoder().encodeToString(random);
    return draft.withHeader("Authorization", answer(values, asked, clientNonce));
  }

  /** The value of the Authorization header for the challenge in that answer. */
  static String answer(Map<String, String> values, Hop asked, String clientNonce)
      throws CredentialException {
    Draft draft = asked.request();
    String wanted = chosen(values, "algorithm");
    ReceivedChallenge challenge = challenge(asked, wanted);
    String named = wanted.isEmpty() ? algorithmOf(challenge) : wanted;
    String realm = challenge.parameter("realm").orElse("");
    DigestResponse response =
        new DigestResponse(
            hashOf(named).orElseThrow(),
            isSession(named),
            challenge.parameter("nonce").orElse(""),
            "00000001",
            clientNonce,
            qop(values, challenge, draft.body().length > 0));
    String name = normal(values.getOrDefault("username", ""));
    String secret =
        response.algorithm().secret(name, realm, normal(values.getOrDefault("password", "")));
    String opaque =
        challenge.parameter("opaque").map(value -> ", opaque=" + quoted(value)).orElse("");
    boolean hashed = HASHED.equals(values.get("name"));
    return SCHEME
        + " "
        + (hashed ? "username=" + quoted(response.algorithm().userHash(name, realm)) : named(name))
        + ", realm="
        + quoted(realm)
        + ", uri="
        + quoted(draft.target())
        + ", algorithm="
        + named
        + ", nonce="
        + quoted(response.nonce())
        + ", nc="
        + response.nonceCount()
        + ", cnonce="
        + quoted(clientNonce)
        + ", qop="
        + response.qop()
        + ", response="
        + quoted(response.of(secret, draft.method(), draft.target(), draft.body()))
        + opaque
        + (hashed ? ", userhash=true" : "");
  }

  /**
   * The one to answer: of the wanted algorithm, else the first one we can compute, MD5 only if
   * there is no other (RFC 7616 §3.7). One of another algorithm than the wanted is answered all the
   * same, to see what the server says.
   */
  private static ReceivedChallenge challenge(Hop asked, String wanted) throws CredentialException {
    List<ReceivedChallenge> offered =
        ChallengeReader.read(asked.headers()).stream()
            .filter(challenge -> challenge.scheme().equalsIgnoreCase(SCHEME))
            .filter(challenge -> hashOf(algorithmOf(challenge)).isPresent())
            .toList();
    if (asked.status() != 401 || offered.isEmpty()) {
      throw new CredentialException(notAsked(asked));
    }
    return offered.stream()
        .filter(challenge -> algorithmOf(challenge).equalsIgnoreCase(wanted))
        .findFirst()
        .or(
            () ->
                offered.stream()
                    .filter(
                        one -> !hashOf(algorithmOf(one)).equals(Optional.of(DigestAlgorithm.MD5)))
                    .findFirst())
        .orElse(offered.get(0));
  }

  private static String notAsked(Hop asked) {
    String error = asked.error();
    if (error != null) {
      return "There is no challenge to answer. " + error;
    }
    return asked.status() == 401
        ? "The server does not offer Digest with an algorithm known here, so there is nothing to answer."
        : "The server answered "
            + asked.status()
            + " without a challenge, so the password was not needed and not used.";
  }

  private static String qop(Map<String, String> values, ReceivedChallenge challenge, boolean body)
      throws CredentialException {
    String wanted = chosen(values, "qop");
    List<String> offered =
        Arrays.stream(challenge.parameter("qop").orElse("").split(","))
            .map(String::strip)
            .filter(
                q -> q.equals(DigestResponse.WITH_BODY) || q.equals(DigestResponse.WITHOUT_BODY))
            .toList();
    if (!wanted.isEmpty()) {
      return wanted;
    }
    if (offered.isEmpty()) {
      throw new CredentialException(
          "The server's challenge names no qop that is known here, which RFC 7616 demands. Choose auth to try it all the"
              + " same.");
    }
    String best = body ? DigestResponse.WITH_BODY : DigestResponse.WITHOUT_BODY;
    return offered.contains(best) ? best : offered.get(0);
  }

  /** What was chosen; empty if it is left to the server. */
  private static String chosen(Map<String, String> values, String field) {
    String value = values.getOrDefault(field, "");
    return value.equals(AS_OFFERED) ? "" : value;
  }

  private static String algorithmOf(ReceivedChallenge challenge) {
    return challenge.parameter("algorithm").orElse("MD5");
  }

  private static Optional<DigestAlgorithm> hashOf(String algorithm) {
    return DigestAlgorithm.of(
        isSession(algorithm)
            ? algorithm.substring(0, algorithm.length() - SESSION.length())
            : algorithm);
  }

  private static boolean isSession(String algorithm) {
    return algorithm.toLowerCase(Locale.ROOT).endsWith(SESSION);
  }

  /** RFC 7616 §4. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** A name in clear; one that a quoted string cannot hold in the notation of RFC 8187. */
  private static String named(String name) {
    if (name.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      return "username=" + quoted(name);
    }
    return "username*=UTF-8''"
        + name.codePoints().mapToObj(DigestCredential::escaped).collect(Collectors.joining());
  }

  private static String escaped(int character) {
    String text = Character.toString(character);
    if (text.matches("[A-Za-z0-9._~-]")) {
      return text;
    }
    StringBuilder escapes = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      escapes.append("%%%02X".formatted(one));
    }
    return escapes.toString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
