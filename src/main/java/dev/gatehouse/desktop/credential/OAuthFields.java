package dev.gatehouse.desktop.credential;

import dev.gatehouse.desktop.oauth.BuiltInBrowser;
import dev.gatehouse.desktop.oauth.ClientSettings;
import dev.gatehouse.desktop.oauth.SystemBrowser;
import dev.gatehouse.desktop.oauth.UserAgent;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.oauth.SeededClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that the OAuth flows have in common, and what demo people and programs fill in. */
final class OAuthFields {
  static final String CLIENT = "client";
  static final String CLIENT_ID = "clientId";
  static final String SECRET = "clientSecret";
  static final String SCOPE = "scope";
  static final String ISSUER = "issuer";
  static final String BROWSER = "browser";
  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String BUILT_IN = "built in";
  static final String SYSTEM = "your own";
  static final String BOUND = "bound";

  /** A program that nobody here has registered; everything of it is to be filled in. */
  static final String ANOTHER = "another, of yours";

  static final String NO = "no";
  static final String YES = "yes";

  private OAuthFields() {}

  /** Which of the registered programs asks. */
  static Field client(String... choices) {
    return Field.choice(CLIENT, "Program", "Fills in what is registered of it", choices);
  }

  static Field bound() {
    return Field.choice(BOUND, "Bind to a key", "DPoP: each request has a proof", NO, YES);
  }

  static Field clientId() {
    return Field.text(CLIENT_ID, "Client", "client_id");
  }

  static Field secret() {
    return Field.secret(SECRET, "Its secret", "Or a JWK or PEM; empty if it has none");
  }

  static Field scope() {
    return Field.text(SCOPE, "Scope", "What to ask for; openid for an ID token");
  }

  static Field issuer() {
    return Field.text(ISSUER, "Issuer", "The authorization server");
  }

  static Field browser() {
    return Field.choice(BROWSER, "Browser", "The built-in one shows every hop", BUILT_IN, SYSTEM);
  }

  static Field username() {
    return Field.text(USERNAME, "Name", "For the built-in browser to log in with");
  }

  static Field password() {
    return Field.secret(PASSWORD, "Password", "The program asking never sees it");
  }

  /** What this person and this program of the demo have. */
  static Map<String, String> of(DemoPerson person, String client, String scope) {
    Map<String, String> values = new LinkedHashMap<>();
    Optional<SeededClient> found = person.clients().find(client);
    values.put(CLIENT, client);
    values.put(CLIENT_ID, client.equals(ANOTHER) ? "" : client);
    values.put(SECRET, found.map(OAuthFields::proof).orElse(""));
    values.put(SCOPE, scope);
    values.put(ISSUER, client.equals(ANOTHER) ? "" : person.clients().issuer());
    values.put(BOUND, NO);
    return values;
  }

  /** The same, for a flow in which the person logs in. */
  static Map<String, String> withLogin(DemoPerson person, String client, String scope) {
    Map<String, String> values = of(person, client, scope);
    values.put(BROWSER, BUILT_IN);
    // Nobody's password here is any business of another server.
    boolean ours = !client.equals(ANOTHER);
    values.put(USERNAME, ours ? person.id() : "");
    values.put(PASSWORD, ours ? person.secret("password").orElse("") : "");
    return values;
  }

  private static String proof(SeededClient client) {
    String secret = client.secret();
    String key = client.privateKey();
    return secret != null ? secret : key != null ? key : certificate(client);
  }

  /** The certificate and its key as PEM, in one text; empty if it has none. */
  private static String certificate(SeededClient client) {
    String certificate = client.certificate();
    String key = client.certificateKey();
    if (certificate == null || key == null) {
      return "";
    }
    try {
      return Files.readString(Path.of(certificate)) + Files.readString(Path.of(key));
    } catch (IOException removed) {
      return "";
    }
  }

  /** What the fields say of the client. */
  static ClientSettings settings(Map<String, String> values) throws CredentialException {
    ClientSettings settings =
        new ClientSettings(
            get(values, ISSUER),
            get(values, CLIENT_ID),
            get(values, SECRET),
            get(values, SCOPE),
            isBound(values));
    if (settings.issuer().isEmpty()) {
      throw new CredentialException("There is no issuer yet. Write the authorization server's.");
    }
    if (settings.clientId().isEmpty()) {
      throw new CredentialException("There is no client yet. Write what it is registered as.");
    }
    return settings;
  }

  /** Whether tokens are to be bound to a key. */
  static boolean isBound(Map<String, String> values) {
    return get(values, BOUND).equals(YES);
  }

  /** The call that a token is got for. */
  static Leg call(Map<String, String> values) {
    return Leg.call(isBound(values) ? "dpop" : "jwt");
  }

  /** Who is asked for the token. */
  static Optional<String> issuer(Map<String, String> values) {
    return Optional.of(get(values, ISSUER).strip());
  }

  /** The browser that was chosen. */
  static UserAgent agent(Map<String, String> values) {
    return get(values, BROWSER).equals(SYSTEM)
        ? new SystemBrowser()
        : new BuiltInBrowser(get(values, USERNAME), get(values, PASSWORD));
  }

  static String get(Map<String, String> values, String name) {
    return values.getOrDefault(name, "");
  }

  /** The choices with which a map is completed, where the person has not chosen. */
  static String chosen(Map<String, String> values, String name, List<String> choices) {
    String value = get(values, name);
    return choices.contains(value) ? value : choices.get(0);
  }
}
