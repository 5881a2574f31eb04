package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.authn.Presented.Location;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.SigningKey;
import dev.gatehouse.server.sigv4.CanonicalRequest;
import dev.gatehouse.server.sigv4.CredentialScope;
import dev.gatehouse.server.sigv4.SigV4;
import dev.gatehouse.server.sigv4.SignedQuery;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pre-signed URLs: AWS Signature Version 4 in the query. Whoever holds the secret key makes a URL
 * and hands it on; whoever has the URL may read that one thing until it ends, as often as they
 * like. So there is no check that it is new, as {@link HmacAuthenticator} has for requests: being
 * used again is what such a URL is for.
 */
public final class PresignedAuthenticator implements Authenticator<PresignedAttempt> {
  private static final String PARAMETERS = "AWS SigV4, query parameters";

  /** The longest that AWS allows, too. */
  static final Duration LONGEST = Duration.ofDays(7);

  /** How far the clock of who signed may be ahead of ours. */
  static final Duration AHEAD = HmacAuthenticator.WINDOW;

  private final List<Check<PresignedAttempt>> checks =
      List.of(
          check(
              "presigned.well-formed",
              "Are all six parameters there, each once?",
              PARAMETERS,
              this::wellFormed),
          check("presigned.method", "Does it only read?", "RFC 9110 §9.2.1", this::method)
              .because(
                  "Links are passed on, prefetched and opened twice. Following one must not change anything."),
          check("presigned.known", "Was the access key issued here?", "RFC 2104 §3", this::known)
              .because("The URL names the key. The secret that belongs to it is not in the URL."),
          check(
                  "presigned.scope",
                  "Is it signed for this day and this API?",
                  "AWS SigV4, step 3: create a string to sign",
                  this::scope)
              .because("What is signed for one service or region must be of no use to another."),
          check(
              "presigned.date",
              "Was it signed in the past?",
              "AWS SigV4, step 3: create a string to sign",
              this::date),
          check("presigned.lifetime", "Is it meant to end soon enough?", PARAMETERS, this::lifetime)
              .because(
                  "Nobody can take such a URL back without taking the key back. All that ends it is the time in it."),
          check("presigned.expiry", "Has it not ended yet?", PARAMETERS, this::expiry)
              .because(
                  "Until it ends it may be used again and again, by whoever has it: that is what it is made for."),
          check(
                  "presigned.signed-headers",
                  "Are the headers that matter signed?",
                  "AWS SigV4, step 1: create a canonical request",
                  this::signedHeaders)
              .because("Host at least: or the URL could be turned to another server of the key."),
          check("presigned.signature", "Does the signature fit?", "RFC 2104 §2", this::signature)
              .because(
                  "It covers method, path and every other parameter, the end included. Change one and it is void."),
          check(
              "presigned.person",
              "Is whom the key stands for still here?",
              "OWASP API2:2023",
              this::person));

  private final Identity identity;
  private final Clock clock;

  PresignedAuthenticator(Identity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "presigned";
  }

  /** It is not sent with a scheme, for no header is needed. */
  @Override
  public @Nullable String scheme() {
    return null;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return SignedQuery.isIn(arrival.query())
        ? List.of(new Presented(Location.QUERY, -1, arrival.query()))
        : List.of();
  }

  @Override
  public PresignedAttempt attempt(Arrival arrival, Presented presented) {
    return PresignedAttempt.of(arrival, presented, identity);
  }

  @Override
  public List<Check<PresignedAttempt>> checks() {
    return checks;
  }

  private Finding wellFormed(PresignedAttempt attempt) {
    String expected =
        "X-Amz-Algorithm, -Credential, -Date, -Expires, -SignedHeaders and -Signature";
    return attempt
        .query()
        .map(said -> Finding.passed(expected, "they are"))
        .orElseGet(() -> Finding.failed(expected, "one is missing, comes twice or cannot be read"))
        .withSecret("query", attempt.presented().value());
  }

  private Finding method(PresignedAttempt attempt) {
    String method = attempt.arrival().method();
    boolean reads = method.equals("GET") || method.equals("HEAD");
    boolean empty = attempt.arrival().body().length == 0;
    return Finding.of(
        reads && empty, "GET or HEAD, without a body", empty ? method : method + " with a body");
  }

  private Finding known(PresignedAttempt attempt) {
    String expected = "one that was issued here";
    return attempt
        .key()
        .get()
        .map(key -> Finding.passed(expected, "issued to " + key.personId()))
        .orElseGet(() -> Finding.failed(expected, "nobody knows it"))
        .with("access key", attempt.said().accessKey());
  }

  private Finding scope(PresignedAttempt attempt) {
    CredentialScope scope = attempt.said().scope();
    CredentialScope wanted =
        new CredentialScope(
            attempt.said().timestamp().substring(0, 8),
            SigningKey.REGION,
            SigningKey.SERVICE,
            CredentialScope.TERMINATION);
    return Finding.of(scope.equals(wanted), wanted.text(), scope.text());
  }

  private Finding date(PresignedAttempt attempt) {
    Instant now = clock.instant();
    Instant signedAt = attempt.signedAt();
    return Finding.of(
            !signedAt.isAfter(now.plus(AHEAD)),
            "not more than " + AHEAD.toMinutes() + " minutes from now",
            "signed at " + signedAt)
        .with("now", now.toString());
  }

  private Finding lifetime(PresignedAttempt attempt) {
    Duration lifetime = attempt.lifetime();
    boolean right = lifetime.compareTo(LONGEST) <= 0 && !lifetime.isZero();
    return Finding.of(
        right,
        "1 to " + LONGEST.toSeconds() + " seconds, which are seven days",
        lifetime.toSeconds() + " seconds");
  }

  private Finding expiry(PresignedAttempt attempt) {
    Instant now = clock.instant();
    Instant end = attempt.signedAt().plus(attempt.lifetime());
    return Finding.of(now.isBefore(end), "a time before " + end, "it is " + now)
        .with("signed at", attempt.signedAt().toString())
        .with("good for", attempt.said().expires() + " seconds");
  }

  private Finding signedHeaders(PresignedAttempt attempt) {
    return HmacCoverage.covered(attempt.arrival(), attempt.said().signedHeaders(), List.of("host"));
  }

  private Finding signature(PresignedAttempt attempt) {
    SignedQuery said = attempt.said();
    CanonicalRequest canonical = attempt.canonical();
    String toSign = SigV4.stringToSign(said.timestamp(), said.scope(), canonical);
    String secretKey = attempt.key().orElseThrow().secretKey();
    byte[] wanted =
        SigV4.signature(secretKey, said.scope(), toSign).getBytes(StandardCharsets.US_ASCII);
    boolean fits =
        MessageDigest.isEqual(wanted, said.signature().getBytes(StandardCharsets.US_ASCII));
    return Finding.of(
            fits,
            "the HMAC of this request under this key",
            fits ? "it is" : "another one: the secret differs, or something that was signed")
        .with("canonical request", canonical.text())
        .with("string to sign", toSign)
        .withSecret("signature", said.signature());
  }

  private Finding person(PresignedAttempt attempt) {
    String expected = "a person of this server";
    return attempt
        .person()
        .get()
        .map(person -> Finding.passed(expected, person.id()))
        .orElseGet(() -> Finding.failed(expected, "nobody any more"));
  }

  @Override
  public boolean isReadable(PresignedAttempt attempt) {
    return attempt.query().isPresent();
  }

  @Override
  public Claimant identify(PresignedAttempt attempt) {
    return attempt.person().orElseThrow().claimant();
  }

  /** It is not asked for: who has no such URL cannot make one on the spot. */
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
      return new PresignedAuthenticator(services.identity(), services.clock());
    }
  }
}
