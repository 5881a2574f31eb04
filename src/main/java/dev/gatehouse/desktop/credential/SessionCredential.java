package dev.gatehouse.desktop.credential;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.trace.Header;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a browser does: it signs in once and from then on sends the cookie that it was given (RFC
 * 6265). With calls that change something it also sends a second secret, which pages of other sites
 * do not know.
 */
@AutoService(CredentialType.class)
public final class SessionCredential implements CredentialType {
  /** Where to sign in. */
  public static final String LOGIN_PATH = "/login";

  /** The header that carries the second secret. */
  public static final String CSRF_HEADER = "X-CSRF-Token";

  /** What the first request is for. */
  static final String SIGN_IN = "sign in";

  private static final String CSRF_FIELD = "csrfToken";

  /** RFC 9110 §9.2.1. */
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String type() {
    return "session";
  }

  @Override
  public String label() {
    return "Session cookie (sign in first)";
  }

  @Override
  public int rank() {
    return 50;
  }

  @Override
  public Optional<String> scheme() {
    return Optional.of("Cookie");
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("username", "Name", "Who signs in"),
        Field.secret("password", "Password", "Sent once, when signing in"));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return NameAndPassword.of(person);
  }

  @Override
  public List<Leg> plan() {
    return List.of(new Leg(SIGN_IN, Between.CALL, "login", List.of()), Leg.call(type()));
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    return signedIn(signIn(values, draft, wire), draft);
  }

  /**
   * Signs in at the server that {@code draft} is meant for.
   *
   * @throws CredentialException if that was refused
   */
  static Hop signIn(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    Hop login = wire.send(SIGN_IN, login(values, draft));
    if (!isAccepted(login)) {
      throw new CredentialException(refused(login));
    }
    return login;
  }

  /** Whether what was sent was taken. */
  public static boolean isAccepted(Hop hop) {
    return hop.status() >= 200 && hop.status() <= 299;
  }

  /**
   * Puts the session that an answer began on a request.
   *
   * @throws CredentialException if the answer does not say all that it takes
   */
  public static Draft signedIn(Hop login, Draft draft) throws CredentialException {
    Draft signedIn = draft.withHeader("Cookie", cookies(login));
    return needsCsrfToken(draft.method())
        ? signedIn.withHeader(CSRF_HEADER, csrfToken(login))
        : signedIn;
  }

  /** Whether a request with this method has to carry the second secret as well. */
  public static boolean needsCsrfToken(String method) {
    return !SAFE_METHODS.contains(method);
  }

  /** The request that signs in, at the server that {@code draft} is meant for. */
  public static Draft login(Map<String, String> values, Draft draft) throws CredentialException {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("username", values.getOrDefault("username", ""));
    members.put("password", values.getOrDefault("password", ""));
    return posting(LOGIN_PATH, members, draft);
  }

  /** The request that posts these texts as JSON to the server that {@code draft} is meant for. */
  public static Draft posting(String path, Map<String, String> members, Draft draft)
      throws CredentialException {
    byte[] body = JSON.valueToTree(members).toString().getBytes(StandardCharsets.UTF_8);
    return new Draft(
        "POST", url(path, draft), List.of(new Header("Content-Type", "application/json")), body);
  }

  private static String url(String path, Draft draft) throws CredentialException {
    try {
      return URI.create(draft.url()).resolve(path).toString();
    } catch (IllegalArgumentException notAnAddress) {
      throw new CredentialException(
          "\""
              + draft.url()
              + "\" is no address, so there is nowhere to sign in. Correct it first.");
    }
  }

  private static String refused(Hop login) {
    String error = login.error();
    if (error != null) {
      return "Signing in did not work. " + error;
    }
    return "Signing in was refused with "
        + login.status()
        + ", so there is no session to call with. Check the name and the password.";
  }

  /** All cookies that were set, as a browser sends them back (RFC 6265 §5.4). */
  private static String cookies(Hop login) throws CredentialException {
    String cookies =
        login.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
            .map(header -> header.value().split(";", 2)[0].strip())
            .collect(Collectors.joining("; "));
    if (cookies.isEmpty()) {
      throw new CredentialException(
          "Signing in worked, but the answer set no cookie, so there is no session to call with.");
    }
    return cookies;
  }

  private static String csrfToken(Hop login) throws CredentialException {
    try {
      String token = JSON.readTree(login.body()).path(CSRF_FIELD).asText();
      if (!token.isEmpty()) {
        return token;
      }
    } catch (IOException notJson) {
      // Said below: either way the token is missing.
    }
    throw new CredentialException(
        "Signing in worked, but the answer has no "
            + CSRF_FIELD
            + ", which a call that changes something needs.");
  }
}
