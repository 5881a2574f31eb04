package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Proofs of a key for requests to a server (RFC 9449 §4.2). */
record KeyProofs(URI server) {
  /** A proof for this request. */
  String of(ProofKey key, String method, String path, Map<String, String> more) {
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
            .put("htm", method)
            .put("htu", server.resolve(path).toString())
            .put("iat", Instant.now().getEpochSecond());
    more.forEach(claims::put);
    return key.sign(header.toString(), claims.toString());
  }

  /** Sends a form with a proof that has a number which an answer before has given. */
  Seen post(
      Visitor visitor, String path, Map<String, String> form, ProofKey key, String... headers) {
    Seen first = visitor.post(path, form, with(of(key, "POST", path, Map.of()), headers));
    String nonce = first.headers().firstValue("DPoP-Nonce").orElseThrow();
    return visitor.post(path, form, with(of(key, "POST", path, Map.of("nonce", nonce)), headers));
  }

  private static String[] with(String proof, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "DPoP: " + proof;
    return all;
  }
}
