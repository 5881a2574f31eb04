package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Session;
import dev.gatehouse.server.identity.Sessions;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sessions: a browser that has logged in sends the cookie it was given with every call (RFC 6265).
 * Because it does so even when the page of a stranger makes it call, calls that change something
 * have to carry a second secret.
 */
public final class SessionAuthenticator implements Assuring<SessionAuthenticator.Attempt> {
  private static final Weakness LOGOUT_ONLY_CLEARS_COOKIE =
      new Weakness(
          "logout-only-clears-cookie",
          "lets a copied cookie work on after its owner has logged out");
  private static final Weakness PREDICTABLE_SESSION =
      new Weakness(
          "predictable-session",
          "takes the number of a session for its identifier, and counts them");
  private static final Weakness KEEP_SESSION_ON_LOGIN =
      new Weakness(
          "keep-session-on-login",
          "lets the identifier from before a login go on as that of who has logged in");
  private static final Weakness NO_CSRF_CHECK =
      new Weakness(
          "no-csrf-check", "obeys a browser also when a page of another site makes it call");

  private static final String SCHEME = "Cookie";
  private static final String ASSURANCE = "session.assurance";
  private static final String CSRF_HEADER = "X-CSRF-Token";
  private static final Pattern BASE64URL_OF_256_BITS = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** RFC 9110 §9.2.1. */
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final List<Check<Attempt>> checks =
      List.of(
          check(
              "session.well-formed",
              "Is it written as one of ours?",
              "RFC 6265 §4.1.1",
              this::wellFormed),
          check(
                  "session.known",
                  "Did this server begin the session?",
                  "OWASP ASVS 4.0 V3.2",
                  this::known)
              .because(
                  "The identifier is a number drawn at random, too large to be guessed. One that is counted up is no secret.")
              .partlyRemovedBy(PREDICTABLE_SESSION, Attempt::isCounted),
          check(
                  "session.renewed",
                  "Is its identifier as new as the login?",
                  "OWASP ASVS 4.0 V3.2.1",
                  this::renewed)
              .because(
                  "Somebody may have planted the one from before in the browser, to share the session that begins with the"
                      + " login.")
              .removedBy(KEEP_SESSION_ON_LOGIN),
          check(
                  "session.active",
                  "Is the caller still logged in?",
                  "OWASP ASVS 4.0 V3.3.1",
                  this::active)
              .because(
                  "Logging out must end the session on the server. A cookie can have been copied before.")
              .removedBy(LOGOUT_ONLY_CLEARS_COOKIE),
          check("session.expiry", "Is it still valid?", "OWASP ASVS 4.0 V3.3.2", this::expiry)
              .because("People forget to log out."),
          check(
                  "session.csrf",
                  "Did the caller's own page ask for it?",
                  "RFC 6265 §8.2",
                  this::csrf)
              .because(
                  "A browser adds the cookie by itself, whichever page makes it call. The second secret is known to our own"
                      + " pages only.")
              .refusedWith(Refusal.of(403))
              .removedBy(NO_CSRF_CHECK));

  private final List<Check<Demanded<Attempt>>> assurance =
      List.of(
          Check.<Demanded<Attempt>>check(
                  ASSURANCE,
                  "Did it begin with all that this call takes?",
                  "RFC 9470 §3",
                  this::assurance)
              .because(StepUp.WHY)
              .refusedWith(StepUp.REFUSAL)
              .removedBy(StepUp.SECOND_FACTOR_OPTIONAL));

  private final Identity identity;
  private final Clock clock;

  SessionAuthenticator(Identity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * One cookie to be judged.
   *
   * @param stored the session that it can mean, whether or not by its own identifier
   */
  record Attempt(Arrival arrival, String id, Lookup<Session> stored) {
    /** Whether it names a session by its number. */
    boolean isCounted() {
      return Sessions.isNumber(id) && stored.get().isPresent();
    }

    /** Whether it names a session by the identifier of one before it. */
    boolean isFromBefore() {
      return !isCounted() && !stored.orElseThrow().isNamed(id);
    }
  }

  @Override
  public String type() {
    return "session";
  }

  /**
   * Not a registered scheme: sessions have none. It is how we name the challenge, after an expired
   * Internet draft.
   */
  @Override
  public String scheme() {
    return SCHEME;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return SessionCookie.find(arrival);
  }

  @Override
  public Attempt attempt(Arrival arrival, Presented presented) {
    String id = presented.value();
    return new Attempt(arrival, id, new Lookup<>(() -> identity.sessions().meantBy(id)));
  }

  @Override
  public List<Check<Attempt>> checks() {
    return checks;
  }

  @Override
  public List<Check<Demanded<Attempt>>> assurance() {
    return assurance;
  }

  private Finding wellFormed(Attempt attempt) {
    boolean fits = BASE64URL_OF_256_BITS.matcher(attempt.id()).matches();
    return Finding.of(
            fits, "43 characters of base64url", fits ? "such characters" : "something else")
        .withSecret("session identifier", attempt.id());
  }

  private Finding known(Attempt attempt) {
    String expected = "a session of this server";
    return attempt
        .stored()
        .get()
        .map(
            session ->
                attempt.isCounted()
                    ? Finding.failed(expected, "the number of one, which is no secret")
                    : Finding.passed(expected, "the session of " + session.personId()))
        .orElseGet(() -> Finding.failed(expected, "nobody knows it"));
  }

  private Finding renewed(Attempt attempt) {
    boolean before = attempt.isFromBefore();
    return Finding.of(
        !before,
        "an identifier from the last login in this browser",
        before
            ? "one from before, which " + attempt.stored().orElseThrow().createdAt() + " replaced"
            : "it is");
  }

  private Finding active(Attempt attempt) {
    @Nullable Instant endedAt = attempt.stored().orElseThrow().endedAt();
    return Finding.of(
        endedAt == null,
        "not ended",
        endedAt == null ? "it was not" : "ended by logging out at " + endedAt);
  }

  private Finding expiry(Attempt attempt) {
    Session session = attempt.stored().orElseThrow();
    Instant now = clock.instant();
    boolean valid = now.isBefore(session.idleUntil()) && now.isBefore(session.endsAt());
    return Finding.of(valid, "a time before it expires", "it is " + now)
        .with("expires if unused", session.idleUntil().toString())
        .with("expires in any case", session.endsAt().toString());
  }

  private Finding csrf(Attempt attempt) {
    Arrival arrival = attempt.arrival();
    if (SAFE_METHODS.contains(arrival.method())) {
      return Finding.passed(
          "the CSRF token if something is changed", arrival.method() + " changes nothing");
    }
    Finding site = SiteOfOrigin.isOurs(arrival);
    if (!site.passed()) {
      return site;
    }
    List<String> tokens = arrival.values(CSRF_HEADER);
    boolean fits = tokens.size() == 1 && attempt.stored().orElseThrow().csrfTokenIs(tokens.get(0));
    String actual = fits ? "it is" : tokens.isEmpty() ? "no such header" : "another one";
    Finding finding = Finding.of(fits, "the session's token in " + CSRF_HEADER, actual);
    return tokens.isEmpty() ? finding : finding.withSecret(CSRF_HEADER, String.join(", ", tokens));
  }

  private Finding assurance(Demanded<Attempt> demanded) {
    Session session = demanded.attempt().stored().orElseThrow();
    Assurance needed = demanded.level();
    if (needed == Assurance.ONE_FACTOR) {
      return Finding.passed("no more than a session", "this call takes no more");
    }
    return StepUp.compared(needed, session.assurance(), session.createdAt(), clock.instant())
        .with("proved (amr)", String.join(" ", new TreeSet<>(session.methods())));
  }

  @Override
  public Claimant identify(Attempt attempt) {
    Session session = attempt.stored().orElseThrow();
    Claimant claimant =
        identity.person(session.personId()).orElseThrow().claimant().provedBy(session.methods());
    identity.sessions().used(session);
    return claimant;
  }

  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.of(
        failure == null || !failure.id().equals(ASSURANCE)
            ? challenge(LoginAuthenticator.PATH)
            : steppingUp(failure));
  }

  /** Asks for more than was proved (RFC 9470 §3). */
  private static Challenge steppingUp(CheckResult failure) {
    return BearerCredentials.withReason(challenge(TotpAuthenticator.PATH), failure);
  }

  private static Challenge challenge(String path) {
    // On HTTPS the cookie's name begins with __Host-, which goes without saying there.
    return Challenge.of(SCHEME).with("form-action", path).with("cookie-name", SessionCookie.NAME);
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 50;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new SessionAuthenticator(services.identity(), services.clock());
    }
  }
}
