package dev.gatehouse.server.authn;

import dev.gatehouse.server.httpsignature.ComponentException;
import dev.gatehouse.server.httpsignature.Message;
import dev.gatehouse.server.httpsignature.MessageSignature;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.httpsignature.SignatureBase;
import dev.gatehouse.server.httpsignature.SignatureParameters;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.DemoKeys;
import dev.gatehouse.server.jose.KeyPairs;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as RFC 9421 has it, with keys of the demo people. */
final class SignedMessages {
  static final String COVERED = "\"@method\" \"@target-uri\"";
  static final String COVERED_WITH_BODY = COVERED + " \"content-digest\"";

  private static final AtomicInteger NONCES = new AtomicInteger();

  private SignedMessages() {}

  static DemoKeys.Own own(String person, SignatureAlgorithm algorithm) {
    return DemoIdentity.messageKeys().of(person, algorithm).orElseThrow();
  }

  /** Just now, with a nonce that nobody has used. */
  static String timely() {
    return ";created=" + now(0) + ";nonce=\"n" + NONCES.incrementAndGet() + "\"";
  }

  /** So many seconds from now, as parameters have it. */
  static long now(long later) {
    return DemoIdentity.clock().instant().getEpochSecond() + later;
  }

  /** The request, signed by Alice with her shared secret over these components. */
  static Arrival signed(Arrival arrival, String components) {
    return signed(arrival, components, timely());
  }

  /** The request, signed by Alice with her shared secret, with these parameters and her key. */
  static Arrival signed(Arrival arrival, String components, String parameters) {
    return signedBy(
        own("alice", SignatureAlgorithm.HMAC_SHA256),
        SignatureAlgorithm.HMAC_SHA256,
        arrival,
        components,
        parameters);
  }

  /** The request, signed with this key. */
  static Arrival signedBy(
      DemoKeys.Own own,
      SignatureAlgorithm algorithm,
      Arrival arrival,
      String components,
      String parameters) {
    String said = "(" + components + ");keyid=\"" + own.keyId() + "\"" + parameters;
    Key key =
        algorithm.isShared()
            ? new SecretKeySpec(own.secret().getBytes(StandardCharsets.US_ASCII), "HMAC")
            : KeyPairs.privateKey(algorithm.jws(), own.secret());
    return with(arrival, sign(arrival, said, algorithm, key));
  }

  private static MessageSignature sign(
      Arrival arrival, String said, SignatureAlgorithm algorithm, Key key) {
    try {
      SignatureParameters parameters = SignatureParameters.parse(said);
      Message message =
          Message.request(
              arrival.method(),
              arrival.encrypted() ? "https" : "http",
              arrival.target(),
              arrival.headers());
      byte[] value = algorithm.sign(key, SignatureBase.of(message, parameters).bytes());
      return new MessageSignature("sig1", parameters, value);
    } catch (ComponentException mistake) {
      throw new AssertionError(mistake);
    }
  }

  private static Arrival with(Arrival arrival, MessageSignature signature) {
    return SignedRequests.with(
        SignedRequests.with(arrival, MessageSignature.INPUT_FIELD, signature.inputValue()),
        MessageSignature.FIELD,
        signature.fieldValue());
  }
}
