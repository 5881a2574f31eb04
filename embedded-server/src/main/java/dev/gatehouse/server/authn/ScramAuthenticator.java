package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.identity.Attempts;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.ScramSecret;
import dev.gatehouse.server.scram.ClientFinal;
import dev.gatehouse.server.scram.ClientFirst;
import dev.gatehouse.server.scram.ScramText;
import dev.gatehouse.server.scram.ServerFinal;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SCRAM-SHA-256 (RFC 7804): caller and server prove to each other that they know a password, and
 * neither says it. It takes two requests: with the first the caller says who it is and gets a salt
 * and a number, with the second it sends its proof.
 */
public final class ScramAuthenticator implements Acknowledging<ScramAttempt> {
  private static final Weakness NONCE_REUSE =
      new Weakness("scram-nonce-reuse", "takes the same proof any number of times");

  private static final String PROOF_SENT = "scram.proof-sent";
  private static final String SID = "sid";
  private static final String SERVER_FIRST = "the server's first message";

  private final List<Check<ScramAttempt>> checks;
  private final Identity identity;
  private final ScramExchanges exchanges;

  ScramAuthenticator(Identity identity, Clock clock) {
    TryChecks<ScramAttempt> tries =
        new TryChecks<>(
            identity.attempts(), ScramAttempt::name, attempt -> attempt.arrival().remoteAddress());
    this.identity = identity;
    this.exchanges = new ScramExchanges(clock);
    this.checks =
        List.of(
            check("scram.well-formed", "Is it a message of SCRAM?", "RFC 5802 §7", this::wellFormed)
                .refusedWith(Refusal.of(400)),
            check("scram.realm", "Is it for this realm?", "RFC 7804 §5", this::realm),
            check("scram.sid", "Does it belong to an exchange of ours?", "RFC 7804 §5", this::sid)
                .because(
                    "The first message travels along in the identifier, signed by this server. So nothing is kept for"
                        + " strangers who begin and never end."),
            check(
                    "scram.channel-binding",
                    "Is the connection bound as agreed?",
                    "RFC 5802 §6",
                    this::channelBinding)
                .because(
                    "What the first message said of the connection comes again, signed: who stands between cannot have"
                        + " changed it."),
            check("scram.authzid", "Does it act as itself?", "RFC 5802 §5.1", this::actsAsItself)
                .because("Whoever proves to be one person must not be taken for another."),
            check(PROOF_SENT, "Is this the message with the proof?", "RFC 7804 §5", this::proofSent)
                .because(
                    "A proof is made of the server's number and salt too, so these have to be asked for first. Who is"
                        + " unknown gets a salt as well, and the same each time."),
            check(
                    "scram.nonce",
                    "Is it our number, for the first time?",
                    "RFC 5802 §5.1",
                    this::nonce)
                .because("Who overheard a proof could send it again. Each number is good for one.")
                .removedBy(NONCE_REUSE),
            tries.account(),
            tries.source(),
            check("scram.proof", "Does it prove the password?", "RFC 5802 §3", this::proof)
                .because(
                    "The server can tell a proof from what it stores, but cannot make one. Who steals the table has to guess"
                        + " each password, slowly."));
  }

  @Override
  public String type() {
    return "scram";
  }

  @Override
  public String scheme() {
    return ScramText.SCHEME;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return AuthorizationHeader.find(arrival, scheme());
  }

  @Override
  public ScramAttempt attempt(Arrival arrival, Presented presented) {
    return ScramAttempt.read(arrival, presented.value(), exchanges, identity);
  }

  @Override
  public List<Check<ScramAttempt>> checks() {
    return checks;
  }

  private Finding wellFormed(ScramAttempt attempt) {
    String flaw = attempt.message().flaw();
    String found =
        attempt.message().first().isPresent()
            ? "a client's first message"
            : "a client's last message";
    return Finding.of(
            flaw.isEmpty(),
            "data with a first message, or sid and data with a last one",
            flaw.isEmpty() ? found : flaw)
        .withSecret("as sent", attempt.sent());
  }

  /** The last message need not name it again. */
  private Finding realm(ScramAttempt attempt) {
    Optional<String> realm = attempt.parameters().text("realm");
    return Finding.of(
        realm.isEmpty() || realm.get().equals(Challenge.REALM),
        Challenge.REALM + ", or none named",
        realm.orElse("none named"));
  }

  private Finding sid(ScramAttempt attempt) {
    String expected =
        "one begun here in the last " + ScramExchanges.LIFETIME.toMinutes() + " minutes";
    if (attempt.message().first().isPresent()) {
      return Finding.passed(expected, "it begins one");
    }
    return attempt
        .begun()
        .map(
            begun ->
                exchanges.isFresh(begun)
                    ? Finding.passed(expected, "it ends one that was begun here")
                    : Finding.failed(expected, "an exchange that began too long ago"))
        .orElseGet(() -> Finding.failed(expected, "an exchange that was not begun here"))
        .with(SID, attempt.parameters().text(SID).orElse(""));
  }

  private Finding channelBinding(ScramAttempt attempt) {
    ClientFirst first = attempt.first().orElseThrow();
    Optional<ClientFinal> last = attempt.message().last();
    if (last.isPresent()) {
      String binding = ClientFinal.bindingOf(first);
      return Finding.of(
          last.get().binding().equals(binding),
          "c=" + binding + ", which is " + first.header(),
          "c=" + last.get().binding());
    }
    return Finding.of(
        !first.binding().startsWith("p="),
        "n or y: this server offers no binding to the TLS channel",
        first.binding());
  }

  private Finding actsAsItself(ScramAttempt attempt) {
    ClientFirst first = attempt.first().orElseThrow();
    boolean asItself = first.actsFor().isEmpty() || first.actsFor().equals(first.name());
    return Finding.of(asItself, "nobody else's name", asItself ? "none" : "a=" + first.actsFor());
  }

  /** The answer to a first message is a refusal; with it comes what a proof is made of. */
  private Finding proofSent(ScramAttempt attempt) {
    String expected = "the last message, with a proof";
    if (attempt.message().last().isPresent()) {
      return Finding.passed(expected, "a proof is in it");
    }
    ClientFirst first = attempt.message().first().orElseThrow();
    ScramExchanges.Begun begun = exchanges.begin(first);
    return Finding.failed(expected, "this was the first message; the proof is still to come")
        .with("the client's first message", first.text())
        .with(SID, begun.id())
        .with(SERVER_FIRST, attempt.answer(begun).text());
  }

  private Finding nonce(ScramAttempt attempt) {
    ScramExchanges.Begun begun = attempt.begun().orElseThrow();
    String sent = attempt.message().last().orElseThrow().nonce();
    String expected = "the number of this exchange, not used yet";
    boolean same = sent.equals(begun.nonce());
    boolean unused = same && exchanges.end(begun);
    String found = unused ? "it is" : same ? "it was used already" : "another number";
    return Finding.of(unused, expected, found)
        .with("the client's number and ours", begun.nonce())
        .with("as sent", sent);
  }

  /** Nobody of that name and another password look the same, and take as long. */
  private Finding proof(ScramAttempt attempt) {
    ScramExchanges.Begun begun = attempt.begun().orElseThrow();
    ClientFinal last = attempt.message().last().orElseThrow();
    ScramSecret secret = attempt.stored().orElseThrow();
    String agreed = last.agreed(begun.first(), attempt.answer(begun));
    boolean fits = secret.verifier().isProvedBy(last.proof(), agreed) && secret.isKnown();
    Attempts attempts = identity.attempts();
    String source = attempt.arrival().remoteAddress();
    if (fits) {
      attempts.succeeded(attempt.name(), source);
    } else {
      attempts.failed(attempt.name(), source);
      exchanges.notEnded(begun);
    }
    return Finding.of(
            fits,
            "a key whose hash is stored, hidden under a signature of all that was said",
            fits ? "it is" : "no such person, or another password")
        .with("all that was said", agreed)
        .withSecret("the client's last message", last.text());
  }

  @Override
  public boolean isReadable(ScramAttempt attempt) {
    return !attempt.name().isEmpty();
  }

  @Override
  public Claimant identify(ScramAttempt attempt) {
    return identity.person(attempt.name()).orElseThrow().claimant();
  }

  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    if (failure == null || !failure.id().equals(PROOF_SENT)) {
      return Optional.of(Challenge.of(scheme()));
    }
    return Optional.of(
        new Challenge(scheme(), Map.of())
            .with(SID, shown(failure, SID))
            .with("data", ScramText.data(shown(failure, SERVER_FIRST))));
  }

  /** What is sent is what the check has shown. */
  private static String shown(CheckResult failure, String label) {
    return failure.evidence().stream()
        .filter(evidence -> evidence.label().equals(label))
        .map(Evidence::value)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<Header> acknowledgement(ScramAttempt attempt, byte[] body) {
    ScramExchanges.Begun begun = attempt.begun().orElseThrow();
    String agreed =
        attempt.message().last().orElseThrow().agreed(begun.first(), attempt.answer(begun));
    ServerFinal signed =
        new ServerFinal(attempt.stored().orElseThrow().verifier().signature(agreed));
    return List.of(
        new Header(
            "Authentication-Info",
            SID + "=" + begun.id() + ", data=" + ScramText.data(signed.text())));
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 17;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new ScramAuthenticator(services.identity(), services.clock());
    }
  }
}
