package dev.gatehouse.desktop.credential;

import dev.gatehouse.desktop.exchange.ChallengeReader;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.ReceivedChallenge;
import dev.gatehouse.server.scram.ClientFinal;
import dev.gatehouse.server.scram.ClientFirst;
import dev.gatehouse.server.scram.ScramException;
import dev.gatehouse.server.scram.ScramKeys;
import dev.gatehouse.server.scram.ScramText;
import dev.gatehouse.server.scram.ServerFinal;
import dev.gatehouse.server.scram.ServerFirst;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Verification;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * What client and server have said to each other in SCRAM, read from what crossed the wire, and
 * what a client has to check of it.
 *
 * @param password the client's
 * @param first its first message
 * @param answer the server's answer to that
 * @param last the client's last message, if it was sent
 * @param closing the hop that it was sent with
 */
record ScramConversation(
    String password,
    ClientFirst first,
    ServerFirst answer,
    Optional<ClientFinal> last,
    Optional<Hop> closing) {
  /** RFC 7677 §4. */
  private static final int FEWEST = 4_096;

  /** A minute's work or so; whoever asks for more wants to keep the client busy. */
  private static final int MOST = 10_000_000;

  private static final int SUCCESS = 2;
  private static final int UNAUTHORIZED = 401;

  private static final List<Check<ScramConversation>> OF_THE_FIRST_ANSWER =
      List.of(
          Check.<ScramConversation>check(
                  "scram.client-nonce",
                  "Does its number begin with ours?",
                  "RFC 5802 §5.1",
                  ScramConversation::nonce)
              .because("Else it is the answer to somebody else's message, perhaps an old one."),
          Check.<ScramConversation>check(
                  "scram.iterations",
                  "Is the password hashed often enough?",
                  "RFC 7677 §4",
                  ScramConversation::iterations)
              .because(
                  "Who poses as the server could ask for few rounds, to guess the password from the proof. Or for so many"
                      + " that the client is busy for days."));

  private static final List<Check<ScramConversation>> OF_THE_LAST_ANSWER =
      List.of(
          Check.<ScramConversation>check(
                  "scram.server-signature",
                  "Does the server prove that it knows us?",
                  "RFC 5802 §3",
                  ScramConversation::signature)
              .because(
                  "Only who has stored the keys of this person can make this signature. So no impostor can pose as the"
                      + " server, not even one that accepts any password."));

  /**
   * Reads the answer to a first message.
   *
   * @param opening the hop with the first message
   * @throws CredentialException if it is not answered with one of the server's
   */
  static ScramConversation begun(String password, Hop opening) throws CredentialException {
    ReceivedChallenge challenge =
        ChallengeReader.read(opening.headers()).stream()
            .filter(one -> one.scheme().equalsIgnoreCase(ScramText.SCHEME))
            .filter(one -> one.parameter("data").isPresent())
            .findFirst()
            .orElseThrow(() -> new CredentialException(notAnswered(opening)));
    try {
      ClientFirst first = ClientFirst.read(message(sent(opening)));
      return new ScramConversation(
          password,
          first,
          ServerFirst.read(message(challenge)),
          Optional.empty(),
          Optional.empty());
    } catch (ScramException unreadable) {
      throw new CredentialException(
          "The server's message cannot be read: " + unreadable.getMessage());
    }
  }

  /**
   * The same conversation with its end, as far as it can be read.
   *
   * @param hop the hop with the client's last message
   */
  ScramConversation endedBy(Hop hop) {
    try {
      ClientFinal said = ClientFinal.read(message(sent(hop)));
      return new ScramConversation(password, first, answer, Optional.of(said), Optional.of(hop));
    } catch (ScramException another) {
      // A person has put another header in its place: nothing was said that an answer could fit.
      return this;
    }
  }

  /** What the client finds of the answers so far, in order. */
  List<CheckResult> checks() {
    Verification.Run run = Verification.begin(weakness -> false).run(OF_THE_FIRST_ANSWER, this);
    if (closing.map(hop -> mustProveItself(hop)).orElse(false)) {
      run.run(OF_THE_LAST_ANSWER, this);
    }
    return run.concludeWithNobody().checks();
  }

  /** A server that refuses the client proves nothing: it may not know the person at all. */
  private static boolean mustProveItself(Hop hop) {
    boolean refused = hop.status() == UNAUTHORIZED;
    return hop.status() / 100 == SUCCESS || (!refused && info(hop).isPresent());
  }

  /**
   * The keys that the password makes with the server's salt.
   *
   * @throws ScramException if a character of the password must not be in one
   */
  ScramKeys keys() throws ScramException {
    return ScramKeys.derive(password, answer.salt(), answer.iterations());
  }

  private Finding nonce() {
    return Finding.of(
            answer.nonce().startsWith(first.nonce())
                && answer.nonce().length() > first.nonce().length(),
            "a number that begins with " + first.nonce(),
            answer.nonce())
        .with("the server's first message", answer.text());
  }

  private Finding iterations() {
    return Finding.of(
        answer.iterations() >= FEWEST && answer.iterations() <= MOST,
        "%,d rounds at least, and not more than %,d".formatted(FEWEST, MOST),
        "%,d rounds".formatted(answer.iterations()));
  }

  private Finding signature() throws ScramException {
    String expected = "v=, the signature of all that was said by the server's key";
    Optional<String> sent = info(closing.orElseThrow()).flatMap(one -> one.parameter("data"));
    if (sent.isEmpty()) {
      return Finding.failed(expected, "no proof came: it may be an impostor");
    }
    String agreed = last.orElseThrow().agreed(first, answer);
    byte[] right = keys().verifier().signature(agreed);
    String message = ScramText.message(sent.get());
    boolean fits;
    try {
      fits = MessageDigest.isEqual(right, ServerFinal.read(message).signature());
    } catch (ScramException none) {
      fits = false;
    }
    return Finding.of(fits, expected, fits ? "it is" : "another signature: it may be an impostor")
        .with("the server's last message", message)
        .with("computed here", new ServerFinal(right).text());
  }

  private static Optional<ReceivedChallenge> info(Hop hop) {
    return hop.header("Authentication-Info")
        .map(value -> ChallengeReader.read(ScramText.SCHEME + " " + value))
        .filter(read -> !read.isEmpty())
        .map(read -> read.get(0));
  }

  private static ReceivedChallenge sent(Hop hop) throws ScramException {
    return hop.request().headers().stream()
        .filter(header -> header.name().equalsIgnoreCase("Authorization"))
        .map(Header::value)
        .filter(value -> value.startsWith(ScramText.SCHEME + " "))
        .map(value -> ChallengeReader.read(value).get(0))
        .findFirst()
        .orElseThrow(() -> new ScramException("no message of SCRAM"));
  }

  private static String message(ReceivedChallenge parameters) throws ScramException {
    return ScramText.message(parameters.parameter("data").orElse(""));
  }

  private static String notAnswered(Hop opening) {
    String error = opening.error();
    return error == null
        ? "The server answered the first message with "
            + opening.status()
            + ", not with a message of SCRAM, so there is nothing to prove."
        : "The first message was not answered. " + error;
  }
}
