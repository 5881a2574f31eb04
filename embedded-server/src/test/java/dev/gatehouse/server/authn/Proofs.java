package dev.gatehouse.server.authn;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.jose.PublicJwk;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Requests with a token that is bound to a key, and a proof of that key. */
final class Proofs {
  static final ProofKey KEY = ProofKey.make(JwsAlgorithm.EDDSA);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final DpopAuthenticator authenticator;

  Proofs(DpopAuthenticator authenticator) {
    this.authenticator = authenticator;
  }

  /** A token of Alice's that is bound to this key. */
  static String token(ProofKey key) {
    return DemoTokens.ISSUER.issue(
        "alice", Set.of("events:read"), Map.of("cnf", Map.of("jkt", key.thumbprint())));
  }

  /** A number that the server gives out. */
  String nonce() {
    Arrival refused = Arrivals.get("/me", "DPoP", "?");
    return authenticator.requests(refused).get(0).value();
  }

  /** GET /me with a token of this key and a right proof. */
  Arrival right(ProofKey key) {
    String token = token(key);
    return with(Arrivals.get("/me"), token, proof(key, token, header -> {}, claims -> {}));
  }

  /** The same with a proof that says something else. */
  Arrival claiming(Consumer<ObjectNode> change) {
    String token = token(KEY);
    return with(Arrivals.get("/me"), token, proof(KEY, token, header -> {}, change));
  }

  /** The same with a proof whose header says something else. */
  Arrival heading(Consumer<ObjectNode> change) {
    String token = token(KEY);
    return with(Arrivals.get("/me"), token, proof(KEY, token, change, claims -> {}));
  }

  /** A proof for GET /me, changed before it is signed. */
  String proof(
      ProofKey key,
      String token,
      Consumer<ObjectNode> headerChange,
      Consumer<ObjectNode> claimsChange) {
    ObjectNode header =
        JSON.createObjectNode().put("typ", "dpop+jwt").put("alg", key.algorithm().text());
    header.set("jwk", key.publicJwk());
    headerChange.accept(header);
    ObjectNode claims =
        JSON.createObjectNode()
            .put("jti", "p" + NUMBERS.incrementAndGet())
            .put("htm", "GET")
            .put("htu", "http://" + Arrivals.HOST + "/me")
            .put("iat", DemoIdentity.clock().instant().getEpochSecond())
            .put("nonce", nonce())
            .put("ath", PublicJwk.sha256(token.getBytes(StandardCharsets.US_ASCII)));
    claimsChange.accept(claims);
    return key.sign(header.toString(), claims.toString());
  }

  /** The request with this token and this proof. */
  static Arrival with(Arrival arrival, String token, String proof) {
    return new Arrival(
        arrival.method(),
        arrival.target(),
        Stream.concat(
                arrival.headers().stream(),
                Stream.of(new Header("Authorization", "DPoP " + token), new Header("DPoP", proof)))
            .toList(),
        arrival.body(),
        arrival.encrypted(),
        arrival.remoteAddress());
  }
}
