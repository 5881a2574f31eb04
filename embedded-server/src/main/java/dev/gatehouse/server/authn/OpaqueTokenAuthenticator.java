package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opaque bearer tokens: {@code Authorization: Bearer gh_tok_…}, or {@code gh_pat_…} if a person
 * made it for a program of theirs (RFC 6750). Such a token says nothing by itself; the server looks
 * up what it stands for. Signed tokens use the same scheme and are told apart by the dots in them.
 */
public final class OpaqueTokenAuthenticator implements Authenticator<IssuedSecret> {
  private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final List<Check<IssuedSecret>> checks =
      List.of(
          BearerCredentials.location(IssuedSecret::presented),
          check(
              "opaque-token.well-formed",
              "Is it written as a token?",
              "RFC 6750 §2.1",
              this::wellFormed),
          check(
                  "opaque-token.known",
                  "Was it issued by this server?",
                  "RFC 6750 §3.1",
                  IssuedSecret::known)
              .because(
                  "The token is a number drawn at random. Only the server that drew it knows whom it stands for."),
          check(
                  "opaque-token.active",
                  "Has nobody taken it back?",
                  "RFC 7009 §2.1",
                  IssuedSecret::active)
              .because("The server looks a token up each time, so taking it back works at once."),
          check("opaque-token.expiry", "Is it still valid?", "RFC 6750 §3.1", IssuedSecret::expiry)
              .because("A stolen token is worth less when it does not last."));

  private final Identity identity;
  private final Clock clock;

  OpaqueTokenAuthenticator(Identity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "opaque-token";
  }

  @Override
  public String scheme() {
    return BearerCredentials.SCHEME;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return BearerCredentials.find(arrival, token -> token.indexOf('.') < 0);
  }

  @Override
  public IssuedSecret attempt(Arrival arrival, Presented presented) {
    return new IssuedSecret(
        presented, new Lookup<>(() -> identity.opaqueToken(presented.value())), clock);
  }

  @Override
  public List<Check<IssuedSecret>> checks() {
    return checks;
  }

  private Finding wellFormed(IssuedSecret attempt) {
    boolean fits = B64TOKEN.matcher(attempt.presented().value()).matches();
    return Finding.of(
            fits,
            "letters, digits and -._~+/ only",
            fits ? attempt.presented().value().length() + " such characters" : "something else")
        .withSecret("token", attempt.presented().value());
  }

  @Override
  public Claimant identify(IssuedSecret attempt) {
    // Who looks through their tokens can tell by it which one nobody needs any more.
    attempt.stored().get().ifPresent(identity.personalTokens()::used);
    return attempt.claimant(identity);
  }

  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.of(BearerCredentials.challenge(failure));
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 30;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new OpaqueTokenAuthenticator(services.identity(), services.clock());
    }
  }
}
