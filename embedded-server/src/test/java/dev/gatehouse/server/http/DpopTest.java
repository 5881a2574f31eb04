package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Proofs over the wire: asked for a number, then let in, once. */
final class DpopTest {
  private static GatehouseServer server;
  private static Caller caller;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    caller = new Caller(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String proof(String nonce) throws JoseException {
    ProofKey key = ProofKey.read(caller.secret("alice", "dpop.jwk"));
    ObjectNode header =
        JsonNodeFactory.instance
            .objectNode()
            .put("typ", "dpop+jwt")
            .put("alg", key.algorithm().text());
    header.set("jwk", key.publicJwk());
    ObjectNode claims =
        JsonNodeFactory.instance
            .objectNode()
            .put("jti", UUID.randomUUID().toString())
            .put("htm", "GET")
            .put("htu", server.http().resolve("/me").toString())
            .put("iat", Instant.now().getEpochSecond())
            .put("ath", PublicJwk.sha256(token().getBytes(StandardCharsets.US_ASCII)))
            .put("nonce", nonce);
    return "DPoP: " + key.sign(header.toString(), claims.toString());
  }

  private static String token() {
    return caller.secret("alice", "dpop.token");
  }

  @Test
  void aProofIsAskedForItsNumberThenLetInOnce() throws JoseException {
    String token = "Authorization: DPoP " + token();
    Answer asked = caller.get("/me", token, proof("none"));
    assertThat(asked.status()).isEqualTo(401);
    assertThat(caller.decidedBy(asked)).isEqualTo("dpop.nonce");
    assertThat(asked.headers("WWW-Authenticate"))
        .anyMatch(challenge -> challenge.contains("error=\"use_dpop_nonce\""));

    String proof = proof(asked.header("DPoP-Nonce"));
    assertThat(caller.get("/me", token, proof).status()).isEqualTo(200);
    assertThat(caller.decidedBy(caller.get("/me", token, proof))).isEqualTo("dpop.jti");
  }

  @Test
  void aBoundTokenIsOfNoUseAsBearer() {
    Answer answer = caller.get("/me", "Authorization: Bearer " + token());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(caller.decidedBy(answer)).isEqualTo("jwt.cnf");
  }

  @Test
  void whoSendsNoTokenIsOfferedProofsButGivenNoNumber() {
    Answer answer = caller.get("/me");

    assertThat(answer.headers("WWW-Authenticate"))
        .anyMatch(
            challenge -> challenge.startsWith("DPoP ") && challenge.contains("algs=\"RS256 "));
    assertThat(answer.headers("DPoP-Nonce")).isEmpty();
  }
}
