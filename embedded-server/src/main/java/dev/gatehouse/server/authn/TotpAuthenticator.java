package dev.gatehouse.server.authn;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One-time codes as a second factor (RFC 6238): {@code POST /login/totp} with a session that began
 * with a password, and a code. The session is then followed by one that calls believe more (RFC
 * 9470). Other credentials in the request do not count.
 */
public final class TotpAuthenticator implements Authenticator<TotpAuthenticator.Attempt> {
  /** Where a session is stepped up. */
  public static final String PATH = LoginAuthenticator.PATH + "/totp";

  /**
   * A session and a code.
   *
   * @param session what came of the password
   * @param code what is to be proved besides
   */
  record Attempt(SessionAuthenticator.Attempt session, TotpAttempt code) {}

  private final SessionAuthenticator sessions;
  private final TotpChecks codes;
  private final List<Check<Attempt>> checks;

  TotpAuthenticator(Identity identity, Clock clock) {
    this.sessions = new SessionAuthenticator(identity, clock);
    this.codes = new TotpChecks(identity, clock);
    this.checks = new ArrayList<>();
    sessions.checks().forEach(check -> checks.add(check.on(Attempt::session)));
    codes.list().forEach(check -> checks.add(check.on(Attempt::code)));
    checks.add(SessionCookie.flags().on(attempt -> attempt.session().arrival()));
  }

  @Override
  public String type() {
    return "totp";
  }

  @Override
  public @Nullable String scheme() {
    return null;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return claimsAlone(arrival) ? SessionCookie.find(arrival) : List.of();
  }

  @Override
  public boolean claimsAlone(Arrival arrival) {
    return arrival.method().equals("POST") && arrival.path().equals(PATH);
  }

  @Override
  public Attempt attempt(Arrival arrival, Presented presented) {
    SessionAuthenticator.Attempt session = sessions.attempt(arrival, presented);
    return new Attempt(
        session, codes.attempt(arrival, () -> session.stored().orElseThrow().personId()));
  }

  @Override
  public List<Check<Attempt>> checks() {
    return checks;
  }

  @Override
  public Claimant identify(Attempt attempt) {
    Claimant claimant = sessions.identify(attempt.session());
    codes.succeeded(attempt.code());
    Set<String> methods =
        Stream.concat(claimant.methods().stream(), Stream.of(Assurance.ONE_TIME_CODE))
            .collect(Collectors.toUnmodifiableSet());
    return claimant.provedBy(methods);
  }

  /** A second factor is asked for by {@link SessionAuthenticator}, which names this place. */
  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.empty();
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 62;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new TotpAuthenticator(services.identity(), services.clock());
    }
  }
}
