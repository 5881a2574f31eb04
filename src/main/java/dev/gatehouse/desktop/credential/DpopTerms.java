package dev.gatehouse.desktop.credential;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.authn.DpopProof;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a proof says (RFC 9449 §4.2), as it is filled in: a word that stands for the right thing, or
 * the thing itself.
 *
 * @param values by the field names of {@link DpopCredential}
 * @param clock what {@link #NOW} is told by
 */
record DpopTerms(Map<String, String> values, Clock clock) {
  /** Method or address of the request itself. */
  static final String OF_THE_REQUEST = "of the request";

  /** The digest of the token that is sent. */
  static final String OF_THE_TOKEN = "of the token";

  /** The number that the server's answer brings. */
  static final String OF_THE_SERVER = "from the server";

  static final String NOW = "now";
  static final String RANDOM = "random";

  /** The claim is left out. */
  static final String NONE = "none";

  /** A key is made for this one proof. */
  static final String NEW_KEY = "new";

  private static final Pattern FROM_NOW = Pattern.compile(NOW + "(?:\\s*([+-])\\s*(\\d{1,9}))?");

  /** The key that signs. */
  ProofKey key() throws CredentialException {
    String text = text(DpopCredential.KEY);
    if (text.equals(NEW_KEY)) {
      return ProofKey.make(JwsAlgorithm.ES256);
    }
    try {
      return ProofKey.read(text);
    } catch (JoseException unusable) {
      throw new CredentialException(
          "That is no private key as JWK: " + unusable.problem() + ". Write new to have one made.");
    }
  }

  /** The token that the proof goes with. */
  String token() throws CredentialException {
    return HeaderSecret.from(values, DpopCredential.TOKEN, "token");
  }

  /** Whether the server has to be asked for a number first. */
  boolean asksForNonce() {
    return text(DpopCredential.NONCE).equals(OF_THE_SERVER);
  }

  /**
   * The proof for this request.
   *
   * @param nonce the number of the server's, if there is one already
   */
  String proof(ProofKey key, Draft sent, Optional<String> nonce) throws CredentialException {
    ObjectNode header =
        JsonNodeFactory.instance
            .objectNode()
            .put("typ", DpopProof.TYPE)
            .put("alg", key.algorithm().text());
    header.set("jwk", key.publicJwk());
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    put(claims, "jti", RANDOM, UUID.randomUUID().toString());
    put(claims, "htm", OF_THE_REQUEST, sent.method());
    put(claims, "htu", OF_THE_REQUEST, withoutQuery(sent.url()));
    putTime(claims);
    byte[] token = token().getBytes(StandardCharsets.UTF_8);
    put(claims, "ath", OF_THE_TOKEN, PublicJwk.sha256(token));
    if (!asksForNonce()) {
      put(claims, "nonce", OF_THE_SERVER, "");
    }
    nonce.ifPresent(number -> claims.put("nonce", number));
    return key.sign(header.toString(), claims.toString());
  }

  private void put(ObjectNode claims, String name, String word, String right) {
    String text = text(name);
    if (!text.isEmpty() && !text.equals(NONE)) {
      claims.put(name, text.equals(word) ? right : text);
    }
  }

  private void putTime(ObjectNode claims) throws CredentialException {
    String text = text(DpopCredential.IAT);
    if (text.isEmpty() || text.equals(NONE)) {
      return;
    }
    Matcher fromNow = FROM_NOW.matcher(text);
    if (fromNow.matches()) {
      long seconds = fromNow.group(2) == null ? 0 : Long.parseLong(fromNow.group(2));
      claims.put(
          "iat",
          clock.instant().getEpochSecond() + ("-".equals(fromNow.group(1)) ? -seconds : seconds));
      return;
    }
    try {
      claims.put("iat", Long.parseLong(text));
    } catch (NumberFormatException unreadable) {
      throw new CredentialException(
          "\"" + text + "\" is no moment. Write now, now-600, seconds since 1970, or none.");
    }
  }

  /** Query and fragment do not belong there (RFC 9449 §4.2). */
  private static String withoutQuery(String url) {
    return url.split("[?#]", 2)[0];
  }

  private String text(String name) {
    return values.getOrDefault(name, "").strip();
  }
}
