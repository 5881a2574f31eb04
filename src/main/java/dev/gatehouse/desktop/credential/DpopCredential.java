package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.ChallengeReader;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.authn.DpopProof;
import dev.gatehouse.server.authn.DpopProofChecks;
import dev.gatehouse.server.jose.ProofKey;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A token that is bound to a key, and a proof of that key for the request (RFC 9449). The server
 * wants a number of its own in the proof, so the call is sent twice: to get the number, then with
 * it.
 */
@AutoService(CredentialType.class)
public final class DpopCredential implements CredentialType {
  /** What the first request is for. */
  public static final String ASKING = "get a number for the proof";

  /** The field for the access token. */
  public static final String TOKEN = "token";

  /** The field for the private key, as JWK. */
  public static final String KEY = "key";

  /** The field for when the proof was made. */
  public static final String IAT = "iat";

  /** The field for the number of the server's. */
  public static final String NONCE = "nonce";

  private static final String SCHEME = "DPoP";

  private final Clock clock;

  /** The type, going by this computer's clock. */
  public DpopCredential() {
    this(Clock.systemUTC());
  }

  DpopCredential(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String type() {
    return "dpop";
  }

  @Override
  public String label() {
    return "DPoP (token bound to a key)";
  }

  @Override
  public int rank() {
    return 42;
  }

  @Override
  public Optional<String> scheme() {
    return Optional.of(SCHEME);
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.secret(TOKEN, "Token", "Its claim cnf names the key that it is bound to"),
        Field.secret(KEY, "Private key", "Signs the proof, is not sent; JWK, or new"),
        Field.text("htm", "Method (htm)", "of the request, or another, or none"),
        Field.text("htu", "Address (htu)", "of the request, or another, or none"),
        Field.text(IAT, "Made at (iat)", "now, now-600, another, or none"),
        Field.text("jti", "Identifier (jti)", "random, another, or none"),
        Field.text(NONCE, "Number (nonce)", "from the server, another, or none"),
        Field.text("ath", "Token hash (ath)", "of the token, another, or none"));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(TOKEN, person.secret("dpop.token").orElse(""));
    values.put(KEY, person.secret("dpop.jwk").orElse(""));
    values.put("htm", DpopTerms.OF_THE_REQUEST);
    values.put("htu", DpopTerms.OF_THE_REQUEST);
    values.put(IAT, DpopTerms.NOW);
    values.put("jti", DpopTerms.RANDOM);
    values.put(NONCE, DpopTerms.OF_THE_SERVER);
    values.put("ath", DpopTerms.OF_THE_TOKEN);
    return values;
  }

  /**
   * Asks for a number by sending the call with a proof that has none. If that is answered with
   * anything else than a number, the first answer is the last.
   */
  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    DpopTerms terms = new DpopTerms(values, clock);
    ProofKey key = terms.key();
    Draft first = with(terms, key, draft, Optional.empty());
    if (!terms.asksForNonce()) {
      return first;
    }
    Hop asked = wire.send(ASKING, first);
    Optional<String> number =
        asked.header(DpopProofChecks.NONCE_FIELD).filter(any -> isAsked(asked));
    if (number.isEmpty()) {
      throw new CredentialException("The server gave no number, so its first answer is the last.");
    }
    return with(terms, key, draft, number);
  }

  /** Whether a number is all that was missing (RFC 9449 §9). */
  private static boolean isAsked(Hop hop) {
    return ChallengeReader.read(hop.headers()).stream()
        .anyMatch(
            challenge ->
                challenge.scheme().equalsIgnoreCase(SCHEME)
                    && challenge.parameter("error").filter("use_dpop_nonce"::equals).isPresent());
  }

  private static Draft with(DpopTerms terms, ProofKey key, Draft draft, Optional<String> nonce)
      throws CredentialException {
    Draft complete = draft.withHeader("Authorization", SCHEME + " " + terms.token());
    return complete.withHeader(DpopProof.FIELD, terms.proof(key, asSent(draft), nonce));
  }

  /** The address as it will stand on the wire, for that is what the proof is for. */
  private static Draft asSent(Draft draft) throws CredentialException {
    try {
      return OkHttpWire.asSent(draft);
    } catch (IllegalArgumentException cannotBeSent) {
      throw new CredentialException(String.valueOf(cannotBeSent.getMessage()));
    }
  }
}
