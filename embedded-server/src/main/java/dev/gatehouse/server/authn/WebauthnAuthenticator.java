package dev.gatehouse.server.authn;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.authn.Presented.Location;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Logging in with a passkey: {@code POST /login/webauthn} with what the browser's {@code
 * navigator.credentials.get} gave (Web Authentication Level 3 §7.2). The private key never leaves
 * the authenticator; what it signs is good for this login on this site alone. Whoever passes gets a
 * session, see {@link LoginSessions}.
 */
public final class WebauthnAuthenticator implements Authenticator<WebauthnAttempt> {
  /** Where to log in. */
  public static final String PATH = "/login/webauthn";

  /** Where to ask for a challenge first. */
  public static final String OPTIONS_PATH = PATH + "/options";

  private final Identity identity;
  private final List<Check<WebauthnAttempt>> assertionChecks;
  private final List<Check<WebauthnAttempt>> checks;

  /**
   * The authenticator of one server.
   *
   * @param ceremonies that give out the challenges
   */
  public WebauthnAuthenticator(Identity identity, PasskeyCeremonies ceremonies) {
    this.identity = identity;
    this.assertionChecks = new WebauthnChecks(identity, ceremonies).list();
    this.checks =
        Stream.concat(
                assertionChecks.stream(),
                Stream.of(SessionCookie.flags().on(WebauthnAttempt::arrival)))
            .toList();
  }

  @Override
  public String type() {
    return "webauthn";
  }

  @Override
  public @Nullable String scheme() {
    return null;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return claimsAlone(arrival)
        ? List.of(
            new Presented(
                Location.BODY,
                arrival.headers().size(),
                new String(arrival.body(), StandardCharsets.UTF_8)))
        : List.of();
  }

  @Override
  public boolean claimsAlone(Arrival arrival) {
    return arrival.method().equals("POST") && arrival.path().equals(PATH);
  }

  /** Pages of others cannot send JSON without asking first, so it has to say that it is. */
  @Override
  public WebauthnAttempt attempt(Arrival arrival, Presented presented) {
    String type = arrival.value("Content-Type").orElse("").split(";", 2)[0].strip();
    return type.toLowerCase(Locale.ROOT).equals("application/json")
        ? attempt(arrival, presented.value())
        : WebauthnAttempt.unreadable(arrival, presented.value(), "not application/json");
  }

  /** The same where the assertion stood in a form. */
  public WebauthnAttempt attempt(Arrival arrival, String json) {
    return WebauthnAttempt.of(arrival, json, identity);
  }

  @Override
  public List<Check<WebauthnAttempt>> checks() {
    return checks;
  }

  /** What an assertion has to pass, whatever becomes of it then. */
  public List<Check<WebauthnAttempt>> assertionChecks() {
    return assertionChecks;
  }

  @Override
  public Claimant identify(WebauthnAttempt attempt) {
    return identity
        .person(attempt.stored().orElseThrow().personId())
        .orElseThrow()
        .claimant()
        .provedBy(Set.of(Assurance.KEY, Assurance.SEVERAL));
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
      return new WebauthnAuthenticator(services.identity(), services.passkeys());
    }
  }
}
