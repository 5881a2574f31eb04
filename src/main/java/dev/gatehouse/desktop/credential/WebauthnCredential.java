package dev.gatehouse.desktop.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.webauthn.ClientData;
import dev.gatehouse.server.webauthn.RelyingParty;
import dev.gatehouse.server.webauthn.SignedData;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A passkey (Web Authentication Level 3): asks the server for a challenge, has it signed by an
 * authenticator made of software, signs in with that, and sends the cookie that it was given.
 */
@AutoService(CredentialType.class)
public final class WebauthnCredential implements CredentialType {
  /** What the first request is for. */
  public static final String ASKING = "ask for a challenge";

  /** What the second request is for. */
  public static final String SIGNING_IN = "sign in with a passkey";

  /** Where to ask for a challenge. */
  public static final String OPTIONS_PATH = "/login/webauthn/options";

  /** Where to sign in. */
  public static final String LOGIN_PATH = "/login/webauthn";

  static final String PASSKEY = "passkey";
  static final String USER_HANDLE = "userHandle";
  static final String KEY = "key";
  static final String ORIGIN = "origin";
  static final String RELYING_PARTY = "rpId";
  static final String CHALLENGE = "challenge";
  static final String TYPE = "type";
  static final String USER = "user";
  static final String COUNTER = "counter";

  private static final String SERVERS = "the server's";
  private static final String NEXT = "next";
  private static final String VERIFIED = "present and verified";
  private static final String PRESENT = "present";
  private static final String ABSENT = "absent";
  private static final int OK = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clock clock;
  private final AtomicLong counted = new AtomicLong();

  /** The type, going by this computer's clock. */
  public WebauthnCredential() {
    this(Clock.systemUTC());
  }

  WebauthnCredential(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String type() {
    return "webauthn";
  }

  @Override
  public String label() {
    return "Passkey (sign in first)";
  }

  @Override
  public int rank() {
    return 55;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text(PASSKEY, "Passkey", "Its public name (credential id)"),
        Field.text(USER_HANDLE, "User handle", "The name under which it knows its owner"),
        Field.secret(KEY, "Private key", "PEM, for ES256; never sent"),
        Field.text(ORIGIN, "Origin", "The page that asks; or " + SERVERS),
        Field.text(RELYING_PARTY, "For", "The name that the passkey is for; or " + SERVERS),
        Field.text(CHALLENGE, "Challenge", "base64url; or " + SERVERS),
        Field.choice(
            TYPE, "Signed to", "get: log in; create: register", ClientData.GET, ClientData.CREATE),
        Field.choice(
            USER, "The person is", "What the authenticator says", VERIFIED, PRESENT, ABSENT),
        Field.text(COUNTER, "Counter", "How often it was used; or " + NEXT));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(PASSKEY, person.secret("passkey.id").orElse(""));
    values.put(USER_HANDLE, person.secret("passkey.userHandle").orElse(""));
    values.put(KEY, person.secret("passkey.privateKey").orElse(""));
    values.put(ORIGIN, SERVERS);
    values.put(RELYING_PARTY, SERVERS);
    values.put(CHALLENGE, SERVERS);
    values.put(TYPE, ClientData.GET);
    values.put(USER, VERIFIED);
    values.put(COUNTER, NEXT);
    return values;
  }

  @Override
  public List<Leg> plan() {
    return List.of(
        new Leg(SIGNING_IN, Between.CALL, type(), List.of()),
        Leg.call(new SessionCredential().type()));
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    SoftwareAuthenticator authenticator = authenticator(values);
    long counter = counter(values);
    Hop asked = wire.send(ASKING, post(draft, OPTIONS_PATH, new byte[0]));
    SoftwareAuthenticator.Says says =
        new SoftwareAuthenticator.Says(
            text(values, TYPE),
            or(text(values, CHALLENGE), challenge(asked)),
            or(text(values, ORIGIN), origin(draft)),
            or(text(values, RELYING_PARTY), options(asked).path("rpId").asText()),
            flags(values),
            counter);
    Hop login = wire.send(SIGNING_IN, post(draft, LOGIN_PATH, authenticator.sign(says)));
    if (login.status() != OK) {
      throw new CredentialException(
          login.error() == null
              ? "The passkey was refused with "
                  + login.status()
                  + ", so there is no session to call with."
              : "Signing in did not work. " + login.error());
    }
    return SessionCredential.signedIn(login, draft);
  }

  /** The origin of the pages of a server: passkeys belong to a name, never to an address. */
  public static String origin(Draft draft) throws CredentialException {
    try {
      return RelyingParty.servedAt(URI.create(draft.url())).origins().iterator().next();
    } catch (RuntimeException notAnAddress) {
      throw new CredentialException(
          "\"" + draft.url() + "\" is no address, so there is nowhere to sign in.");
    }
  }

  /** What a server asks for before a login. */
  public static JsonNode options(Hop asked) {
    try {
      return JSON.readTree(asked.body());
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }

  private static String challenge(Hop asked) throws CredentialException {
    String challenge = options(asked).path("challenge").asText();
    if (!challenge.isEmpty()) {
      return challenge;
    }
    String error = asked.error();
    throw new CredentialException(
        error == null
            ? "The server gave no challenge but " + asked.status() + ", so nothing can be signed."
            : "The server gave no challenge. " + error);
  }

  private static Draft post(Draft draft, String path, byte[] body) {
    return new Draft(
        "POST",
        URI.create(draft.url()).resolve(path).toString(),
        body.length == 0 ? List.of() : List.of(new Header("Content-Type", "application/json")),
        body);
  }

  private static SoftwareAuthenticator authenticator(Map<String, String> values)
      throws CredentialException {
    if (text(values, PASSKEY).isEmpty() || text(values, KEY).isEmpty()) {
      throw new CredentialException(
          "There is no passkey yet. Choose a person who has one, or fill in its name and its key.");
    }
    try {
      return SoftwareAuthenticator.with(
          text(values, PASSKEY), text(values, USER_HANDLE), text(values, KEY));
    } catch (IllegalArgumentException unusable) {
      throw new CredentialException(
          "It is no private key for ES256. Paste one that begins with -----BEGIN PRIVATE KEY-----.");
    }
  }

  private static byte flags(Map<String, String> values) {
    return switch (text(values, USER)) {
      case PRESENT -> SignedData.USER_PRESENT;
      case ABSENT -> 0;
      default -> SoftwareAuthenticator.Says.PRESENT_AND_VERIFIED;
    };
  }

  /**
   * The number that is filled in; or one that is larger than all before, also those of an earlier
   * start: the seconds since 1970.
   */
  private long counter(Map<String, String> values) throws CredentialException {
    String text = text(values, COUNTER);
    if (text.isEmpty() || text.equals(NEXT)) {
      long now = clock.instant().getEpochSecond();
      return counted.updateAndGet(last -> Math.max(last + 1, now));
    }
    try {
      return Integer.toUnsignedLong(Integer.parseUnsignedInt(text));
    } catch (NumberFormatException none) {
      throw new CredentialException(
          "\"" + text + "\" is no counter. Write a whole number, or " + NEXT + ".");
    }
  }

  private static String or(String filledIn, String servers) {
    return filledIn.isEmpty() || filledIn.equals(SERVERS) ? servers : filledIn;
  }

  private static String text(Map<String, String> values, String field) {
    return values.getOrDefault(field, "").strip();
  }
}
