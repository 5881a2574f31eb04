package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.authn.Presented.Location;
import dev.gatehouse.server.httpsignature.ComponentException;
import dev.gatehouse.server.httpsignature.MessageSignature;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.httpsignature.SignatureBase;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.MessageKey;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Message signatures (RFC 9421): a request that says in {@code Signature-Input} which of its parts
 * are signed, and carries the signature over them in {@code Signature}. The body is covered by way
 * of its digest (RFC 9530).
 */
public final class HttpSignatureAuthenticator implements Authenticator<SignatureAttempt> {
  private static final Weakness ANY_COVERAGE =
      new Weakness("signature-any-coverage", "takes a signature whatever parts it leaves out");
  private static final Weakness NO_NONCE =
      new Weakness("signature-no-nonce", "takes the same signed message any number of times");

  /** How far the date of a signature may be from now, either way. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  /** The longest nonce that is remembered, in characters. */
  static final int LONGEST_NONCE = 128;

  private static final int MOST_OF_EACH_KEY = 20_000;

  private final List<Check<SignatureAttempt>> checks =
      List.of(
          check(
              "signature.well-formed",
              "Can its signature be read?",
              "RFC 9421 §4",
              this::wellFormed),
          check("signature.single", "Is it the only signature?", "RFC 9421 §7.2.6", this::single)
              .because("Of several, two readers might each believe a different one."),
          check("signature.key-known", "Was the key issued here?", "RFC 9421 §3.2", this::keyKnown)
              .because(
                  "A signature proves no more than that somebody has the key. Whose it is, we know."),
          check(
                  "signature.algorithm",
                  "Is it by the algorithm of the key?",
                  "RFC 9421 §7.3.6",
                  this::algorithm)
              .because(
                  "Who may choose the algorithm can have a public key taken for a shared secret. So the key decides."),
          check("signature.created", "Was it made just now?", "RFC 9421 §2.3", this::created)
              .because("A request that was overheard, or found in a log, must not work for long."),
          check("signature.expires", "Has it not expired?", "RFC 9421 §2.3", this::expires)
              .because("Whoever signs may want it to be good for less time than we would take it."),
          check(
                  "signature.coverage",
                  "Does it cover all that matters?",
                  "RFC 9421 §7.2.1",
                  SignatureCoverage::coverage)
              .because("What is not covered can be changed on the way without anybody noticing.")
              .removedBy(ANY_COVERAGE),
          check(
                  "signature.content-digest",
                  "Is this the body that was signed?",
                  "RFC 9530 §2",
                  SignatureCoverage::contentDigest)
              .because("The signature covers a digest of the body, so the digest has to fit it."),
          check(
                  "signature.base",
                  "Does the request have what is covered?",
                  "RFC 9421 §2.5",
                  this::base)
              .because(
                  "Both sides have to write the same text before they can compare signatures."),
          check("signature.value", "Does the signature fit?", "RFC 9421 §3.2", this::value)
              .because("Only who has the key can make it, for this request and no other."),
          check("signature.nonce", "Is its nonce new?", "RFC 9421 §7.2.2", this::nonce)
              .because(
                  "Within those minutes only a memory can tell a replay. A nonce makes two like requests differ.")
              .removedBy(NO_NONCE),
          check(
              "signature.person",
              "Is whom the key stands for still here?",
              "OWASP API2:2023",
              this::person));

  private final AcceptSignature asking = new AcceptSignature();
  private final Identity identity;
  private final Clock clock;
  private final UsedSignatures nonces =
      new UsedSignatures(WINDOW.multipliedBy(2), MOST_OF_EACH_KEY);

  HttpSignatureAuthenticator(Identity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "http-signature";
  }

  /** None: these signatures are not sent in {@code Authorization}. */
  @Override
  public @Nullable String scheme() {
    return null;
  }

  /** All signatures of the request together: which of them counts is for a check to say. */
  @Override
  public List<Presented> find(Arrival arrival) {
    int first = -1;
    StringJoiner text = new StringJoiner("\n");
    for (int position = 0; position < arrival.headers().size(); position++) {
      if (MessageSignature.isField(arrival.headers().get(position))) {
        first = first < 0 ? position : first;
        text.add(arrival.headers().get(position).value());
      }
    }
    return first < 0
        ? List.of()
        : List.of(new Presented(Location.OTHER_HEADER, first, text.toString()));
  }

  @Override
  public SignatureAttempt attempt(Arrival arrival, Presented presented) {
    return SignatureAttempt.of(arrival, identity);
  }

  @Override
  public List<Check<SignatureAttempt>> checks() {
    return checks;
  }

  private Finding wellFormed(SignatureAttempt attempt) {
    String flaw = attempt.flaw();
    return Finding.of(
            flaw.isEmpty(),
            "Signature-Input: label=(…);…  and  Signature: label=:…:",
            flaw.isEmpty() ? "they are" : flaw)
        .with("Signature-Input", String.join(", ", attempt.arrival().values("Signature-Input")))
        .withSecret("Signature", String.join(", ", attempt.arrival().values("Signature")));
  }

  private Finding single(SignatureAttempt attempt) {
    String labels =
        attempt.signatures().stream()
            .map(MessageSignature::label)
            .collect(Collectors.joining(", "));
    return Finding.of(attempt.signatures().size() == 1, "one signature", labels);
  }

  private Finding keyKnown(SignatureAttempt attempt) {
    String expected = "a keyid that was issued here";
    return attempt
        .key()
        .get()
        .map(key -> Finding.passed(expected, "issued to " + key.personId()))
        .orElseGet(() -> Finding.failed(expected, "nobody knows it"))
        .with("keyid", attempt.said().keyId().orElse("none"));
  }

  private Finding algorithm(SignatureAttempt attempt) {
    SignatureAlgorithm own = attempt.key().orElseThrow().algorithm();
    Optional<String> named = attempt.said().algorithm();
    return Finding.of(
        named.isEmpty() || named.get().equals(own.text()),
        own.text() + ", for which the key was made",
        named.orElse("not said, so it is the key's"));
  }

  private Finding created(SignatureAttempt attempt) {
    String expected = "created within " + WINDOW.toMinutes() + " minutes of now";
    Instant now = clock.instant();
    return attempt
        .said()
        .created()
        .map(
            at ->
                Finding.of(
                    Duration.between(at, now).abs().compareTo(WINDOW) <= 0,
                    expected,
                    "created at " + at))
        .orElseGet(() -> Finding.failed(expected, "not said"))
        .with("now", now.toString());
  }

  private Finding expires(SignatureAttempt attempt) {
    String expected = "a moment that is still to come, if one is named";
    Instant now = clock.instant();
    return attempt
        .said()
        .expires()
        .map(at -> Finding.of(now.isBefore(at), expected, "good until " + at))
        .orElseGet(() -> Finding.passed(expected, "none is named"))
        .with("now", now.toString());
  }

  private Finding base(SignatureAttempt attempt) {
    String expected = "each covered part there, once, in one reading";
    try {
      return Finding.passed(expected, "they are").with("signature base", attempt.base().text());
    } catch (ComponentException unreadable) {
      return Finding.failed(expected, unreadable.reason());
    }
  }

  private Finding value(SignatureAttempt attempt) throws ComponentException {
    SignatureBase base = attempt.base();
    MessageKey key = attempt.key().orElseThrow();
    byte[] value = attempt.signature().value();
    boolean fits = key.algorithm().fits(key.key(), base.bytes(), value);
    return Finding.of(
            fits,
            "a signature over the signature base by the key " + key.keyId(),
            fits ? "it is" : "another one: the key differs, or something that was signed")
        .with("signature base", base.text())
        .withSecret("signature", Base64.getEncoder().encodeToString(value));
  }

  private Finding nonce(SignatureAttempt attempt) {
    String expected = "a nonce of 1 to " + LONGEST_NONCE + " characters, not used before";
    String nonce = attempt.said().nonce().orElse("");
    if (nonce.isEmpty() || nonce.length() > LONGEST_NONCE) {
      return Finding.failed(
          expected, nonce.isEmpty() ? "none" : "one of " + nonce.length() + " characters");
    }
    String keyId = attempt.key().orElseThrow().keyId();
    return switch (nonces.use(keyId, nonce, clock.instant())) {
      case FIRST -> Finding.passed(expected, "it is new").with("nonce", nonce);
      case AGAIN -> Finding.failed(expected, "it has been used already").with("nonce", nonce);
      case NO_ROOM ->
          Finding.failed(expected, "no room to remember one more of this key")
              .answeredBy(Refusal.later(503, WINDOW));
    };
  }

  private Finding person(SignatureAttempt attempt) {
    String expected = "a person of this server";
    return attempt
        .person()
        .get()
        .map(person -> Finding.passed(expected, person.id()))
        .orElseGet(() -> Finding.failed(expected, "nobody any more"));
  }

  @Override
  public boolean isReadable(SignatureAttempt attempt) {
    return attempt.flaw().isEmpty() && !attempt.signatures().isEmpty();
  }

  @Override
  public Claimant identify(SignatureAttempt attempt) {
    return attempt.person().orElseThrow().claimant();
  }

  /** None: no scheme is registered for it. It is asked for by {@link #requests}. */
  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.empty();
  }

  @Override
  public List<Header> requests(Arrival arrival) {
    return List.of(asking.of(arrival));
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
      return new HttpSignatureAuthenticator(services.identity(), services.clock());
    }
  }
}
