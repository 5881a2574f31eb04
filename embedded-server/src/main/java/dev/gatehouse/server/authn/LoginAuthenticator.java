package dev.gatehouse.server.authn;

import static java.util.Objects.requireNonNull;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Logging in: {@code POST /login} with a name and a password, as JSON or as a form sends them.
 * Whoever passes gets a session with a new identifier, see {@link LoginSessions}. Other credentials
 * in the request do not count.
 */
public final class LoginAuthenticator implements Authenticator<PasswordReading> {
  /** Where to log in. */
  public static final String PATH = "/login";

  private static final String NAME = "username";
  private static final String PASSWORD = "password";
  private final List<Check<PasswordReading>> checks;
  private final Identity identity;

  LoginAuthenticator(Identity identity) {
    this.identity = identity;
    this.checks =
        Stream.concat(
                checks(identity).stream(),
                Stream.of(SessionCookie.flags().on(PasswordReading::arrival)))
            .toList();
  }

  /** What is asked of a name and a password with which somebody logs in. */
  static List<Check<PasswordReading>> checks(Identity identity) {
    List<Check<PasswordReading>> checks = new ArrayList<>();
    checks.add(
        Check.<PasswordReading>check(
                "login.well-formed",
                "Does it hold a name and a password?",
                "RFC 9110 §8.3",
                reading ->
                    reading.finding(NAME + " and " + PASSWORD + " as JSON or as a form sends them"))
            .refusedWith(Refusal.of(400)));
    checks.add(
        Check.<PasswordReading>check(
                "login.origin",
                "Does no other site's page send it?",
                "W3C Fetch Metadata",
                reading -> SiteOfOrigin.isOurs(reading.arrival()))
            .because(
                "A stranger's page could log the browser in as the stranger, who then reads what its user enters.")
            .refusedWith(Refusal.of(403)));
    checks.addAll(new PasswordChecks(identity).list("login", "OWASP ASVS 4.0 V2.4"));
    return checks;
  }

  /** The name and the password in the body of a login. */
  static PasswordReading read(Arrival arrival) {
    BodyMembers body = BodyMembers.read(arrival);
    Optional<String> name = body.text(NAME);
    Optional<String> password = body.text(PASSWORD);
    return name.isPresent() && password.isPresent()
        ? PasswordReading.of(arrival, body.sent(), name.get(), password.get())
        : PasswordReading.unreadable(
            arrival, body.sent(), body.flaw().orElse("not both of them, each once and as a text"));
  }

  /** Whether somebody logs in by this request, with a one-time code or without. */
  static boolean isLogin(Arrival arrival) {
    return arrival.method().equals("POST") && arrival.path().equals(PATH);
  }

  @Override
  public String type() {
    return "login";
  }

  @Override
  public @Nullable String scheme() {
    return null;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return claimsAlone(arrival) ? List.of(BodyMembers.presented(arrival)) : List.of();
  }

  @Override
  public boolean claimsAlone(Arrival arrival) {
    return isLogin(arrival) && !TotpLoginAuthenticator.hasCode(arrival);
  }

  @Override
  public PasswordReading attempt(Arrival arrival, Presented presented) {
    return read(arrival);
  }

  @Override
  public List<Check<PasswordReading>> checks() {
    return checks;
  }

  @Override
  public Claimant identify(PasswordReading reading) {
    return identity
        .person(requireNonNull(reading.name()))
        .orElseThrow()
        .claimant()
        .provedBy(Set.of(Assurance.PASSWORD));
  }

  /** Sessions are offered by {@link SessionAuthenticator}, which names the place to log in. */
  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.empty();
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 60;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new LoginAuthenticator(services.identity());
    }
  }
}
