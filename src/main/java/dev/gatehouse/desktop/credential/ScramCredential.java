package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.ChallengeReader;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.scram.ClientFinal;
import dev.gatehouse.server.scram.ClientFirst;
import dev.gatehouse.server.scram.SaslPrep;
import dev.gatehouse.server.scram.ScramException;
import dev.gatehouse.server.scram.ScramText;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Outcome;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A password that both sides prove to know and neither sends (RFC 7804). The call is sent twice:
 * with who calls, then with the proof.
 */
@AutoService(CredentialType.class)
public final class ScramCredential implements CredentialType {
  /** What the first request is for. */
  public static final String BEGINNING = "say who calls";

  private static final int NONCE_BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public String type() {
    return "scram";
  }

  @Override
  public String label() {
    return "SCRAM (password proved by both sides)";
  }

  @Override
  public int rank() {
    return 17;
  }

  @Override
  public Optional<String> scheme() {
    return Optional.of(ScramText.SCHEME);
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("username", "Name", "Who you say you are"),
        Field.secret("password", "Password", "Used here to compute keys; it is not sent"));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return NameAndPassword.of(person);
  }

  /** Sends the call with a first message, and presents the proof that its answer asks for. */
  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    byte[] random = new byte[NONCE_BYTES];
    RANDOM.nextBytes(random);
    return present(
        values, draft, wire, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** The same with this number of the client's. */
  static Draft present(Map<String, String> values, Draft draft, Wire wire, String nonce)
      throws CredentialException, InterruptedException {
    ClientFirst first = ClientFirst.of(prepared(values, "username"), nonce);
    prepared(values, "password");
    Hop opening = wire.send(BEGINNING, with(draft, "data=" + ScramText.data(first.text())));
    ScramConversation begun = ScramConversation.begun(password(values), opening);
    if (begun.checks().stream().anyMatch(check -> check.outcome() == Outcome.FAILED)) {
      throw new CredentialException("The server's answer is not to be trusted; nothing is proved.");
    }
    try {
      ClientFinal last = ClientFinal.of(begun.first(), begun.answer(), begun.keys());
      return with(draft, "sid=" + sid(opening) + ", data=" + ScramText.data(last.text()));
    } catch (ScramException unusable) {
      throw new CredentialException("The password has " + unusable.getMessage() + ".");
    }
  }

  @Override
  public List<CheckResult> examine(Map<String, String> values, List<Hop> hops) {
    try {
      ScramConversation begun = ScramConversation.begun(password(values), hops.get(0));
      return (hops.size() == 1 ? begun : begun.endedBy(hops.get(1))).checks();
    } catch (CredentialException notAnswered) {
      return List.of();
    }
  }

  private static String sid(Hop opening) {
    return ChallengeReader.read(opening.headers()).stream()
        .filter(challenge -> challenge.scheme().equalsIgnoreCase(ScramText.SCHEME))
        .flatMap(challenge -> challenge.parameter("sid").stream())
        .findFirst()
        .orElse("");
  }

  private static Draft with(Draft draft, String parameters) {
    return draft.withHeader("Authorization", ScramText.SCHEME + " " + parameters);
  }

  private static String password(Map<String, String> values) {
    return values.getOrDefault("password", "");
  }

  private static String prepared(Map<String, String> values, String field)
      throws CredentialException {
    try {
      return SaslPrep.prepare(values.getOrDefault(field, ""));
    } catch (ScramException unusable) {
      throw new CredentialException(
          "The " + field + " cannot be used: there is " + unusable.getMessage() + " in it.");
    }
  }
}
