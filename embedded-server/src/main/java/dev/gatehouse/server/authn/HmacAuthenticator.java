package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.SigningKey;
import dev.gatehouse.server.sigv4.CanonicalRequest;
import dev.gatehouse.server.sigv4.CredentialScope;
import dev.gatehouse.server.sigv4.SigV4;
import dev.gatehouse.server.sigv4.SignedAuthorization;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signed requests: {@code Authorization: AWS4-HMAC-SHA256}, AWS Signature Version 4. The secret
 * never travels. What does is an HMAC (RFC 2104) over the request itself, so that a signature is
 * good for this request alone.
 */
public final class HmacAuthenticator implements Authenticator<HmacAttempt> {
  private static final Weakness HMAC_NO_WINDOW =
      new Weakness("hmac-no-window", "takes a signed request however old, and however often");
  private static final Weakness HMAC_BODY_UNSIGNED =
      new Weakness("hmac-body-unsigned", "believes what a signed request says of its body");

  /** How far the date of a request may be from now, either way. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final int MOST_OF_EACH_KEY = 20_000;

  private final List<Check<HmacAttempt>> checks =
      List.of(
          check(
              "hmac.well-formed",
              "Is it written as SigV4 writes it?",
              "AWS SigV4, step 6: add the signature to the request",
              this::wellFormed),
          check("hmac.known", "Was the access key issued here?", "RFC 2104 §3", this::known)
              .because(
                  "To make the same signature the server has to keep the secret itself, where of a password it"
                      + " keeps only a hash. Who steals this table can sign as everybody in it."),
          check(
                  "hmac.scope",
                  "Is it signed for this day and this API?",
                  "AWS SigV4, step 3: create a string to sign",
                  this::scope)
              .because("What is signed for one service or region must be of no use to another."),
          check(
                  "hmac.date",
                  "Was it signed just now?",
                  "AWS SigV4, step 3: create a string to sign",
                  this::date)
              .because("A request that was overheard, or found in a log, must not work for long.")
              .removedBy(HMAC_NO_WINDOW),
          check(
                  "hmac.signed-headers",
                  "Are the headers that matter signed?",
                  "AWS SigV4, step 1: create a canonical request",
                  HmacCoverage::headers)
              .because("What is not signed can be changed on the way without anybody noticing."),
          check(
                  "hmac.body",
                  "Is this the body that was signed?",
                  "AWS SigV4, step 1: create a canonical request",
                  HmacCoverage::body)
              .because("The signature covers a digest of the body, so the digest has to fit it.")
              .removedBy(HMAC_BODY_UNSIGNED),
          check("hmac.signature", "Does the signature fit?", "RFC 2104 §2", this::signature)
              .because("Only who has the secret key can make it, for this request and no other."),
          check(
                  "hmac.unused",
                  "Has this signature not been used yet?",
                  "RFC 9421 §7.2.2",
                  this::unused)
              .because(
                  "Within those minutes only a memory can tell a replay. SigV4 itself does not ask for one, and takes"
                      + " two like requests of the same second for the same.")
              // Without a window there is no end to what would have to be remembered.
              .removedBy(HMAC_NO_WINDOW, attempt -> true),
          check(
              "hmac.person",
              "Is whom the key stands for still here?",
              "OWASP API2:2023",
              this::person));

  private final Identity identity;
  private final Clock clock;
  private final UsedSignatures used = new UsedSignatures(WINDOW.multipliedBy(2), MOST_OF_EACH_KEY);

  HmacAuthenticator(Identity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "hmac";
  }

  @Override
  public String scheme() {
    return SigV4.SCHEME;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return AuthorizationHeader.find(arrival, scheme());
  }

  @Override
  public HmacAttempt attempt(Arrival arrival, Presented presented) {
    return HmacAttempt.of(arrival, presented, identity);
  }

  @Override
  public List<Check<HmacAttempt>> checks() {
    return checks;
  }

  private Finding wellFormed(HmacAttempt attempt) {
    String expected = "Credential=…, SignedHeaders=…, Signature=…";
    return attempt
        .authorization()
        .map(said -> Finding.passed(expected, "such a header"))
        .orElseGet(() -> Finding.failed(expected, "something else"))
        .withSecret("as sent", attempt.presented().value());
  }

  private Finding known(HmacAttempt attempt) {
    String expected = "one that was issued here";
    return attempt
        .key()
        .get()
        .map(key -> Finding.passed(expected, "issued to " + key.personId()))
        .orElseGet(() -> Finding.failed(expected, "nobody knows it"))
        .with("access key", attempt.said().accessKey());
  }

  private Finding scope(HmacAttempt attempt) {
    CredentialScope scope = attempt.said().scope();
    String date = attempt.timestamp();
    // A request that does not say when it was signed is for the next check.
    String day = date.length() < 8 ? scope.date() : date.substring(0, 8);
    CredentialScope wanted =
        new CredentialScope(
            day, SigningKey.REGION, SigningKey.SERVICE, CredentialScope.TERMINATION);
    return Finding.of(scope.equals(wanted), wanted.text(), scope.text());
  }

  private Finding date(HmacAttempt attempt) {
    String expected = SigV4.DATE_HEADER + " within " + WINDOW.toMinutes() + " minutes of now";
    Instant now = clock.instant();
    return SigV4.moment(attempt.timestamp())
        .map(
            signedAt ->
                Finding.of(
                    Duration.between(signedAt, now).abs().compareTo(WINDOW) <= 0,
                    expected,
                    "signed at " + signedAt))
        .orElseGet(
            () -> Finding.failed(expected, "no such header, or not written YYYYMMDDThhmmssZ"))
        .with("now", now.toString());
  }

  private Finding signature(HmacAttempt attempt) {
    SignedAuthorization said = attempt.said();
    CanonicalRequest canonical = attempt.canonical();
    String toSign = SigV4.stringToSign(attempt.timestamp(), said.scope(), canonical);
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

  private Finding unused(HmacAttempt attempt) {
    String expected = "a signature that has not been used";
    SignedAuthorization said = attempt.said();
    return switch (used.use(said.accessKey(), said.signature(), clock.instant())) {
      case FIRST -> Finding.passed(expected, "it has not");
      case AGAIN -> Finding.failed(expected, "it has been used already");
      case NO_ROOM ->
          Finding.failed(expected, "no room to remember one more of this key")
              .answeredBy(Refusal.later(503, WINDOW));
    };
  }

  private Finding person(HmacAttempt attempt) {
    String expected = "a person of this server";
    return attempt
        .person()
        .get()
        .map(person -> Finding.passed(expected, person.id()))
        .orElseGet(() -> Finding.failed(expected, "nobody any more"));
  }

  @Override
  public boolean isReadable(HmacAttempt attempt) {
    return attempt.authorization().isPresent();
  }

  @Override
  public Claimant identify(HmacAttempt attempt) {
    return attempt.person().orElseThrow().claimant();
  }

  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.of(
        Challenge.of(scheme())
            .with("region", SigningKey.REGION)
            .with("service", SigningKey.SERVICE));
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
      return new HmacAuthenticator(services.identity(), services.clock());
    }
  }
}
