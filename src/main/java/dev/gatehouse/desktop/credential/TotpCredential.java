package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.totp.OneTimeCodes;
import dev.gatehouse.server.totp.SecretText;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A password and then a one-time code (RFC 6238), as somebody with an authenticator app signs in.
 * The session that comes of it is believed more than that of a password alone (RFC 9470).
 */
@AutoService(CredentialType.class)
public final class TotpCredential implements CredentialType {
  /** Where a session is stepped up. */
  public static final String PATH = SessionCredential.LOGIN_PATH + "/totp";

  /** What the second request is for. */
  public static final String PROVE = "prove the second factor";

  private static final String SECRET = "totpSecret";
  private static final String CODE = "totp";

  private final Clock clock;

  /** One that goes by the clock of this machine. */
  public TotpCredential() {
    this(Clock.systemUTC());
  }

  TotpCredential(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String type() {
    return "totp";
  }

  @Override
  public String label() {
    return "One-time code (password and second factor)";
  }

  @Override
  public int rank() {
    return 52;
  }

  @Override
  public Optional<String> scheme() {
    return new SessionCredential().scheme();
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("username", "Name", "Who signs in"),
        Field.secret("password", "Password", "The first factor"),
        Field.secret(SECRET, "Secret of the codes", "In the app; never sent"),
        Field.text(CODE, "Code", "The second factor"));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    Map<String, String> values = new LinkedHashMap<>(NameAndPassword.of(person));
    values.put(SECRET, person.secret(SECRET).orElse(""));
    values.put(CODE, "");
    return values;
  }

  @Override
  public Optional<Passing> passing(Map<String, String> values, Instant now) {
    return SecretText.read(values.getOrDefault(SECRET, ""))
        .map(
            secret ->
                new Passing(
                    Map.of(CODE, OneTimeCodes.standard().at(secret, OneTimeCodes.stepAt(now))),
                    OneTimeCodes.leftAt(now)));
  }

  @Override
  public List<Leg> plan() {
    return List.of(
        new Leg(SessionCredential.SIGN_IN, Between.CALL, "login", List.of()),
        new Leg(PROVE, Between.CALL, type(), List.of()),
        Leg.call("session"));
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    String written = values.getOrDefault(CODE, "").strip();
    code(values);
    Hop login = SessionCredential.signIn(values, draft, wire);
    // Not before now: signing in may have taken the rest of the half minute.
    String code = written.isEmpty() ? code(values) : written;
    Draft proof = SessionCredential.posting(PATH, Map.of(CODE, code), draft);
    Hop proved = wire.send(PROVE, SessionCredential.signedIn(login, proof));
    if (!SessionCredential.isAccepted(proved)) {
      throw new CredentialException(
          proved.error() != null
              ? "The code could not be sent. " + proved.error()
              : "The code was refused with "
                  + proved.status()
                  + ". Each is good for one time, and for half a minute.");
    }
    return SessionCredential.signedIn(proved, draft);
  }

  /**
   * The request that signs in with both factors at once, at the server that {@code draft} is meant
   * for.
   *
   * @throws CredentialException if there is no code, and no secret to compute one from
   */
  public static Draft login(Map<String, String> values, Draft draft) throws CredentialException {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("username", values.getOrDefault("username", ""));
    members.put("password", values.getOrDefault("password", ""));
    members.put(CODE, new TotpCredential().code(values));
    return SessionCredential.posting(SessionCredential.LOGIN_PATH, members, draft);
  }

  /** What is written there, or else the code of this moment. */
  private String code(Map<String, String> values) throws CredentialException {
    String written = values.getOrDefault(CODE, "").strip();
    if (!written.isEmpty()) {
      return written;
    }
    return passing(values, clock.instant())
        .map(passing -> passing.values().get(CODE))
        .orElseThrow(
            () ->
                new CredentialException(
                    "The secret is not Base32, so there is no code. It has letters and the digits 2 to 7."));
  }
}
