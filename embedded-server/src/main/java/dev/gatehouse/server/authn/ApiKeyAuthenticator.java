package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.authn.Presented.Location;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * API keys: {@code X-API-Key: gh_key_…}. No RFC describes them; what is asked here is what is asked
 * of any long secret. A key names a program rather than a person, lasts long and sits in files, so
 * it must be easy to recognise and to take back.
 */
public final class ApiKeyAuthenticator implements Authenticator<IssuedSecret> {
  private static final Weakness API_KEY_IN_QUERY =
      new Weakness("api-key-in-query", "takes an API key out of a URL, where every log keeps it");
  private static final Weakness IGNORE_REVOCATION =
      new Weakness("ignore-revocation", "accepts API keys that were taken back");
  private static final Weakness SEQUENTIAL_API_KEYS =
      new Weakness(
          "sequential-api-keys",
          "still takes the keys of earlier days, which are nothing but numbers in a row");

  /** Where the key belongs. */
  public static final String HEADER = "X-API-Key";

  private static final String PARAMETER = "api_key";

  // With a name of our own: cookies are shared by all that runs on this machine, whatever its port.
  private static final String COOKIE = "gatehouse-api-key";
  private static final Pattern KEY = Pattern.compile("gh_key_[A-Za-z0-9]+_[A-Za-z0-9]+");

  private final List<Check<IssuedSecret>> checks =
      List.of(
          check(
                  "api-key.location",
                  "Was it sent in the header for it?",
                  "RFC 6750 §5.3",
                  this::location)
              .because(
                  "Addresses end up in logs and histories, and a key in them does too. Cookies are sent by browsers on their"
                      + " own, also at the wish of another site: that way is for sessions, which are guarded against it.")
              .refusedWith(Refusal.BAD_REQUEST)
              .partlyRemovedBy(
                  API_KEY_IN_QUERY, attempt -> attempt.presented().location() == Location.QUERY),
          check(
                  "api-key.well-formed",
                  "Is it written as one of ours?",
                  "OWASP ASVS 4.0 V5.1",
                  this::wellFormed)
              .because(
                  "A fixed beginning lets people and scanners recognise a key that has leaked."),
          check(
                  "api-key.known",
                  "Was it issued by this server?",
                  "OWASP ASVS 4.0 V2.10",
                  this::known)
              .because(
                  "A key is drawn at random, too long to be guessed, and only a digest of it is stored. Who steals the table"
                      + " has no key.")
              .partlyRemovedBy(SEQUENTIAL_API_KEYS, this::isNumbered),
          check(
                  "api-key.active",
                  "Has nobody taken it back?",
                  "OWASP API2:2023",
                  IssuedSecret::active)
              .because("A key that has leaked must stop working at once.")
              .removedBy(IGNORE_REVOCATION),
          check("api-key.expiry", "Is it still valid?", "OWASP API2:2023", IssuedSecret::expiry));

  private final Identity identity;
  private final Clock clock;

  ApiKeyAuthenticator(Identity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "api-key";
  }

  /**
   * Not a registered scheme (RFC 9110 §16.4.1), and no key is sent with it: it only names the
   * challenge.
   */
  @Override
  public String scheme() {
    return "ApiKey";
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    List<Presented> found = new ArrayList<>();
    FormParameters.values(arrival.query(), PARAMETER)
        .forEach(key -> found.add(new Presented(Location.QUERY, -1, key)));
    found.addAll(Cookies.find(arrival, COOKIE));
    for (int position = 0; position < arrival.headers().size(); position++) {
      if (arrival.headers().get(position).name().equalsIgnoreCase(HEADER)) {
        found.add(
            new Presented(
                Location.OTHER_HEADER, position, arrival.headers().get(position).value()));
      }
    }
    return List.copyOf(found);
  }

  @Override
  public IssuedSecret attempt(Arrival arrival, Presented presented) {
    return new IssuedSecret(
        presented,
        new Lookup<>(
            () ->
                identity
                    .apiKey(presented.value())
                    .or(() -> identity.numberedKey(presented.value()))),
        clock);
  }

  @Override
  public List<Check<IssuedSecret>> checks() {
    return checks;
  }

  private Finding location(IssuedSecret attempt) {
    Location location = attempt.presented().location();
    return Finding.of(
        location == Location.OTHER_HEADER,
        "the header " + HEADER,
        location == Location.OTHER_HEADER
            ? "that header"
            : location == Location.COOKIE ? BearerCredentials.IN_A_COOKIE : location.words());
  }

  private Finding wellFormed(IssuedSecret attempt) {
    boolean fits = KEY.matcher(attempt.presented().value()).matches();
    return Finding.of(
            fits, "gh_key_, an identifier, _ and a secret", fits ? "such a key" : "something else")
        .withSecret("API key", attempt.presented().value());
  }

  private Finding known(IssuedSecret attempt) {
    return isNumbered(attempt)
        ? Finding.failed(
            "one that was drawn at random here", "a number, to which anybody can count")
        : attempt.known();
  }

  /** Whether it is one of those that were given out before keys were drawn at random. */
  private boolean isNumbered(IssuedSecret attempt) {
    return identity.isNumbered(attempt.presented().value()) && attempt.stored().get().isPresent();
  }

  @Override
  public Claimant identify(IssuedSecret attempt) {
    return attempt.claimant(identity);
  }

  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.of(Challenge.of(scheme()).with("header", HEADER));
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 20;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new ApiKeyAuthenticator(services.identity(), services.clock());
    }
  }
}
