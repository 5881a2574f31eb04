package dev.gatehouse.server.authn;

import static java.util.Objects.requireNonNull;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Logging in with both factors at once: {@code POST /login} with a name, a password and a one-time
 * code. Without a code it is for {@link LoginAuthenticator}.
 */
public final class TotpLoginAuthenticator implements Authenticator<TotpLoginAuthenticator.Attempt> {
  /**
   * Both factors.
   *
   * @param password the first
   * @param code the second
   */
  record Attempt(PasswordReading password, TotpAttempt code) {}

  private final Identity identity;
  private final TotpChecks codes;
  private final List<Check<Attempt>> checks;

  TotpLoginAuthenticator(Identity identity, Clock clock) {
    this.identity = identity;
    this.codes = new TotpChecks(identity, clock);
    this.checks = new ArrayList<>();
    LoginAuthenticator.checks(identity).forEach(check -> checks.add(check.on(Attempt::password)));
    codes.list().forEach(check -> checks.add(check.on(Attempt::code)));
    checks.add(SessionCookie.flags().on(attempt -> attempt.password().arrival()));
  }

  /** Whether the body of a login says anything of a code. One that is too large is not read. */
  static boolean hasCode(Arrival arrival) {
    return arrival.body().length <= ArrivalChecks.MAX_CREDENTIAL_SIZE
        && BodyMembers.read(arrival).says(TotpAttempt.CODE);
  }

  @Override
  public String type() {
    return "login-totp";
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
    return LoginAuthenticator.isLogin(arrival) && hasCode(arrival);
  }

  @Override
  public Attempt attempt(Arrival arrival, Presented presented) {
    PasswordReading password = LoginAuthenticator.read(arrival);
    return new Attempt(password, codes.attempt(arrival, () -> requireNonNull(password.name())));
  }

  @Override
  public List<Check<Attempt>> checks() {
    return checks;
  }

  @Override
  public Claimant identify(Attempt attempt) {
    codes.succeeded(attempt.code());
    return identity
        .person(attempt.code().person())
        .orElseThrow()
        .claimant()
        .provedBy(Set.of(Assurance.PASSWORD, Assurance.ONE_TIME_CODE));
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
      return 61;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new TotpLoginAuthenticator(services.identity(), services.clock());
    }
  }
}
