package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.identity.Attempts;
import dev.gatehouse.server.identity.DigestAlgorithm;
import dev.gatehouse.server.identity.DigestSecrets;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Digest (RFC 7616): the caller hashes the password together with a number that the server made up
 * and with the request, and sends the hash. The password does not travel, and what travels fits
 * that one request alone.
 */
public final class DigestAuthenticator implements Acknowledging<DigestAttempt> {
  private static final Weakness ACCEPT_MD5 =
      new Weakness("digest-accept-md5", "takes answers by MD5 although SHA-256 was offered");
  private static final Weakness NO_BODY_INTEGRITY =
      new Weakness(
          "digest-no-body-integrity", "takes a body that the caller's answer does not cover");
  private static final Weakness IGNORE_URI =
      new Weakness("digest-ignore-uri", "lets an answer for one path be used on another");
  private static final Weakness NONCE_REUSE =
      new Weakness("digest-nonce-reuse", "takes the same answer any number of times");

  /** After these a client need not ask for the password again (RFC 7616 §3.3, stale). */
  private static final Set<String> ABOUT_THE_NONCE =
      Set.of("digest.nonce", "digest.fresh", "digest.nonce-count");

  private final List<Check<DigestAttempt>> checks;
  private final Identity identity;
  private final Clock clock;
  private final SignedNonces nonces;
  private final DigestTerms terms;

  DigestAuthenticator(Identity identity, Clock clock) {
    TryChecks<DigestAttempt> tries =
        new TryChecks<>(
            identity.attempts(),
            DigestAttempt::account,
            attempt -> attempt.arrival().remoteAddress());
    this.identity = identity;
    this.clock = clock;
    this.nonces = new SignedNonces(clock);
    this.terms = new DigestTerms(nonces, clock);
    this.checks =
        List.of(
            check(
                    "digest.well-formed",
                    "Does it say all that it has to, once?",
                    "RFC 7616 §3.4",
                    this::wellFormed)
                .refusedWith(Refusal.of(400)),
            check("digest.realm", "Is it for this realm?", "RFC 7616 §3.4", this::realm)
                .because("The realm is hashed with the password: of another one nothing is known."),
            check(
                    "digest.algorithm",
                    "Was this algorithm offered?",
                    "RFC 7616 §3.2",
                    this::algorithm)
                .because(
                    "MD5 is broken and so fast that passwords are guessed from it. Who stands between could ask for it in"
                        + " our name.")
                .partlyRemovedBy(
                    ACCEPT_MD5,
                    attempt -> attempt.algorithm().equals(Optional.of(DigestAlgorithm.MD5))),
            check("digest.qop", "Is all of the request protected?", "RFC 7616 §3.4.3", this::qop)
                .because(
                    "With auth only method and target are hashed. Who stands between could put another body under them.")
                .partlyRemovedBy(NO_BODY_INTEGRITY, DigestAuthenticator::leavesTheBodyOut),
            check("digest.uri", "Was it made for this target?", "RFC 7616 §3.4.6", this::uri)
                .because(
                    "What is hashed is the target in the header. It protects the real one only if they are the same.")
                .refusedWith(Refusal.of(400))
                .removedBy(IGNORE_URI),
            check("digest.nonce", "Did this server make the nonce?", "RFC 7616 §3.3", this::nonce)
                .because("Somebody who chooses the nonce can have answers prepared."),
            check("digest.fresh", "Is the nonce still good?", "RFC 7616 §3.3", this::fresh)
                .because("What is good for a short time is of little use to a thief."),
            check("digest.opaque", "Does our opaque come back?", "RFC 7616 §3.4", this::opaque),
            check(
                    "digest.nonce-count",
                    "Is this use of the nonce the first?",
                    "RFC 7616 §5.5",
                    this::nonceCount)
                .because(
                    "Who overheard a request could send it again. A counter makes each differ.")
                .removedBy(NONCE_REUSE),
            tries.account(),
            tries.source(),
            check(
                    "digest.response",
                    "Does it prove the password?",
                    "RFC 7616 §3.4.1",
                    this::response)
                .because(
                    "The server computes the same hash from what it stores: a fast hash of name, realm and password, one per"
                        + " algorithm. It is as good as the password: who steals that table can call in"
                        + " anybody's name (RFC 7616 §5.2)."));
  }

  @Override
  public String type() {
    return "digest";
  }

  @Override
  public String scheme() {
    return "Digest";
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return AuthorizationHeader.find(arrival, scheme());
  }

  @Override
  public DigestAttempt attempt(Arrival arrival, Presented presented) {
    return DigestAttempt.read(arrival, presented.value(), identity.digests());
  }

  @Override
  public List<Check<DigestAttempt>> checks() {
    return checks;
  }

  private Finding wellFormed(DigestAttempt attempt) {
    String flaw = attempt.flaw();
    String expected =
        "username, realm, nonce, uri, response and opaque in quotes, each parameter once";
    Finding finding = Finding.of(flaw.isEmpty(), expected, flaw.isEmpty() ? "all are there" : flaw);
    return finding.withSecret("as sent", attempt.sent());
  }

  private Finding realm(DigestAttempt attempt) {
    String realm = attempt.text("realm");
    return Finding.of(realm.equals(Challenge.REALM), Challenge.REALM, realm);
  }

  private Finding algorithm(DigestAttempt attempt) {
    boolean offered = attempt.algorithm().filter(DigestTerms.OFFERED::contains).isPresent();
    String named = attempt.parameters().text("algorithm").orElse("none, which means MD5");
    return Finding.of(
        offered,
        "SHA-256 or SHA-512-256 (also with -sess); MD5, all that wget knows, is too weak",
        named);
  }

  private Finding qop(DigestAttempt attempt) {
    String expected = "qop auth, or auth-int if there is a body, with nc and cnonce";
    String qop = attempt.text("qop");
    boolean known = qop.equals(DigestResponse.WITHOUT_BODY) || qop.equals(DigestResponse.WITH_BODY);
    if (!known) {
      return Finding.failed(expected, qop.isEmpty() ? "no qop" : "qop " + qop);
    }
    if (attempt.count() == 0 || attempt.text("cnonce").isEmpty()) {
      return Finding.failed(expected, "qop " + qop + " without an nc from 1 and a cnonce");
    }
    return Finding.of(
        !leavesTheBodyOut(attempt),
        expected,
        "qop " + qop + (attempt.arrival().body().length == 0 ? ", no body" : ", with a body"));
  }

  /** Whether nothing else is wrong with its qop than that the body is not covered. */
  private static boolean leavesTheBodyOut(DigestAttempt attempt) {
    return attempt.text("qop").equals(DigestResponse.WITHOUT_BODY)
        && attempt.count() > 0
        && !attempt.text("cnonce").isEmpty()
        && attempt.arrival().body().length > 0;
  }

  private Finding uri(DigestAttempt attempt) {
    String uri = attempt.text("uri");
    String target = attempt.arrival().target();
    return Finding.of(uri.equals(target), target, uri);
  }

  private Finding nonce(DigestAttempt attempt) {
    boolean ours = nonces.isOurs(attempt.text("nonce"));
    return Finding.of(ours, "a nonce with this server's mark", ours ? "it has it" : "another one")
        .with("nonce", attempt.text("nonce"));
  }

  private Finding fresh(DigestAttempt attempt) {
    Instant madeAt = SignedNonces.madeAt(attempt.text("nonce"));
    return Finding.of(
            nonces.isFresh(attempt.text("nonce")),
            "a nonce made in the last " + SignedNonces.LIFETIME.toMinutes() + " minutes",
            "made at " + madeAt)
        .with("now", clock.instant().toString());
  }

  private Finding opaque(DigestAttempt attempt) {
    boolean same = attempt.text("opaque").equals(terms.opaque());
    return Finding.of(same, terms.opaque(), same ? "the same" : attempt.text("opaque"));
  }

  private Finding nonceCount(DigestAttempt attempt) {
    boolean first = nonces.use(attempt.text("nonce"), attempt.count());
    return Finding.of(
            first,
            "a count from 1 to " + SignedNonces.MOST_USES + " that did not come with it before",
            attempt.count() + (first ? ", for the first time" : ", used before or too high"))
        .with("nc", attempt.text("nc"));
  }

  /** Nobody of that name and another password look the same, and take as long. */
  private Finding response(DigestAttempt attempt) {
    DigestResponse response = attempt.response();
    Arrival arrival = attempt.arrival();
    Optional<DigestSecrets.Row> stored = attempt.stored().get();
    String secret =
        stored
            .map(DigestSecrets.Row::secret)
            .orElseGet(() -> response.algorithm().hash(terms.opaque()));
    String computed = response.of(secret, arrival.method(), attempt.text("uri"), arrival.body());
    boolean equal =
        MessageDigest.isEqual(
            computed.getBytes(US_ASCII), attempt.text("response").getBytes(US_ASCII));
    boolean fits = equal && stored.isPresent();
    Attempts attempts = identity.attempts();
    if (fits) {
      attempts.succeeded(attempt.account(), arrival.remoteAddress());
    } else {
      attempts.failed(attempt.account(), arrival.remoteAddress());
      nonces.notUsed(attempt.text("nonce"), attempt.count());
    }
    return Finding.of(
            fits,
            "the hash of the stored secret, the nonces and the request",
            fits ? "it is" : "no such person, another password, or another request")
        .with(
            "hashed of the request",
            response.request(arrival.method(), attempt.text("uri"), arrival.body()))
        .withSecret("response", attempt.text("response"));
  }

  @Override
  public boolean isReadable(DigestAttempt attempt) {
    return attempt.flaw().isEmpty();
  }

  @Override
  public Claimant identify(DigestAttempt attempt) {
    String personId = attempt.stored().orElseThrow().personId();
    return identity.person(personId).orElseThrow().claimant();
  }

  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return challenges(failure).stream().findFirst();
  }

  @Override
  public List<Challenge> challenges(@Nullable CheckResult failure) {
    return terms.challenges(failure != null && ABOUT_THE_NONCE.contains(failure.id()));
  }

  @Override
  public List<Header> acknowledgement(DigestAttempt attempt, byte[] body) {
    return List.of(terms.acknowledgement(attempt, body));
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 15;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new DigestAuthenticator(services.identity(), services.clock());
    }
  }
}
