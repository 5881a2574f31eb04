package dev.gatehouse.desktop.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.desktop.exchange.ChallengeReader;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.server.authn.DpopProof;
import dev.gatehouse.server.authn.DpopProofChecks;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A key that is made for one flow and never leaves the program: the tokens of the flow are bound to
 * it, and each request by which they are got or used carries a proof of it (RFC 9449). Servers may
 * want a number of their own in the proof; each is asked for its own.
 */
final class BoundKey {
  private static final String WANTED = "use_dpop_nonce";

  private final ProofKey key;
  private final Clock clock;

  private BoundKey(ProofKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** A new one. */
  static BoundKey make(Clock clock) {
    return new BoundKey(ProofKey.make(JwsAlgorithm.ES256), clock);
  }

  /** What the key is known by, to whom it is announced before there is a code (§10). */
  String thumbprint() {
    return key.thumbprint();
  }

  /**
   * A request for tokens, with its proof (§5).
   *
   * @param number the server's, if it has given one
   */
  Draft onTokenRequest(Draft draft, Optional<String> number) throws FlowException {
    return draft.withHeader(DpopProof.FIELD, proof(draft, Optional.empty(), number));
  }

  /**
   * A call with a token that is bound to the key, and its proof (§7.1).
   *
   * @param number the server's, if it has given one
   */
  Draft onCall(Draft draft, String token, Optional<String> number) throws FlowException {
    return draft
        .withHeader("Authorization", "DPoP " + token)
        .withHeader(DpopProof.FIELD, proof(draft, Optional.of(token), number));
  }

  /**
   * The number that a server wants in the proof, if that is why it has refused: said in the body by
   * an authorization server (§8), in the challenge by an API (§9).
   */
  static Optional<String> wanted(Hop hop) {
    boolean inBody = hop.status() == 400 && TokenAnswer.in(hop).error().equals(WANTED);
    boolean inChallenge =
        ChallengeReader.read(hop.headers()).stream()
            .anyMatch(one -> one.parameter("error").filter(WANTED::equals).isPresent());
    return hop.header(DpopProofChecks.NONCE_FIELD).filter(any -> inBody || inChallenge);
  }

  private String proof(Draft draft, Optional<String> token, Optional<String> number)
      throws FlowException {
    ObjectNode header =
        JsonNodeFactory.instance
            .objectNode()
            .put("typ", DpopProof.TYPE)
            .put("alg", key.algorithm().text());
    header.set("jwk", key.publicJwk());
    ObjectNode claims =
        JsonNodeFactory.instance
            .objectNode()
            .put("jti", UUID.randomUUID().toString())
            .put("htm", draft.method())
            .put("htu", address(draft))
            .put("iat", clock.instant().getEpochSecond());
    number.ifPresent(text -> claims.put("nonce", text));
    token.ifPresent(
        text -> claims.put("ath", PublicJwk.sha256(text.getBytes(StandardCharsets.UTF_8))));
    return key.sign(header.toString(), claims.toString());
  }

  /** As it will stand on the wire, without query and fragment (§4.2). */
  private static String address(Draft draft) throws FlowException {
    try {
      return OkHttpWire.asSent(draft).url().split("[?#]", 2)[0];
    } catch (IllegalArgumentException cannotBeSent) {
      throw new FlowException(String.valueOf(cannotBeSent.getMessage()));
    }
  }
}
