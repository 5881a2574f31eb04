package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.httpsignature.ComponentException;
import dev.gatehouse.server.httpsignature.ContentDigest;
import dev.gatehouse.server.httpsignature.Message;
import dev.gatehouse.server.httpsignature.MessageSignature;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.httpsignature.SignatureBase;
import dev.gatehouse.server.httpsignature.SignatureParameters;
import dev.gatehouse.server.identity.DemoKeys;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A signature over the parts of the request that somebody chooses (RFC 9421), and over its body by
 * way of a digest (RFC 9530). A digest that the request has already is signed as it is.
 */
@AutoService(CredentialType.class)
public final class HttpSignatureCredential implements CredentialType {
  /** The field for the way to sign, one of RFC 9421 §3.3. */
  public static final String ALGORITHM = "algorithm";

  /** The field for the public name of the key. */
  public static final String KEY_ID = "keyId";

  /** The field for the key itself. */
  public static final String KEY = "key";

  /** The field for what is signed, as it is written in {@code Signature-Input}. */
  public static final String COVERED = "covered";

  /** The field for when it was signed. */
  public static final String CREATED = "created";

  /** The field for when it ends to be good. */
  public static final String EXPIRES = "expires";

  /** The field for the number that is used once. */
  public static final String NONCE = "nonce";

  private static final String LABEL = "sig1";
  private static final String DIGEST = "\"content-digest\"";
  private static final String ALL_THAT_MATTERS = "\"@method\" \"@target-uri\" " + DIGEST;

  private final Clock clock;

  /** The type, going by this computer's clock. */
  public HttpSignatureCredential() {
    this(Clock.systemUTC());
  }

  HttpSignatureCredential(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String type() {
    return "http-signature";
  }

  @Override
  public String label() {
    return "Message signature (RFC 9421)";
  }

  @Override
  public int rank() {
    return 62;
  }

  /** It has no scheme: it is asked for by a field of its own. */
  @Override
  public Optional<String> scheme() {
    return Optional.of(MessageSignature.REQUEST_FIELD);
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.choice(
            ALGORITHM,
            "Algorithm",
            "Which of your keys to sign with",
            Arrays.stream(SignatureAlgorithm.values())
                .map(SignatureAlgorithm::text)
                .toArray(String[]::new)),
        Field.text(KEY_ID, "Key", "The public name of the key"),
        Field.secret(KEY, "Secret or private key", "Never sent; PEM if it is private"),
        Field.text(COVERED, "Covered", "The digest only if there is a body"),
        Field.text(CREATED, "Created", "now, now-600, seconds since 1970, or none"),
        Field.text(EXPIRES, "Expires", "now+60, seconds since 1970, or none"),
        Field.text(NONCE, "Nonce", "random, none, or what you like"));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return values(
        SignatureAlgorithm.HMAC_SHA256,
        person.secret("httpSignature.keyId").orElse(""),
        person.secret("httpSignature.secret").orElse(""));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person, Map<String, String> chosen) {
    return SignatureAlgorithm.named(chosen.getOrDefault(ALGORITHM, ""))
        .flatMap(
            algorithm ->
                person
                    .messageKey(algorithm)
                    .map((DemoKeys.Own own) -> values(algorithm, own.keyId(), own.secret())))
        .orElseGet(() -> valuesFor(person));
  }

  private static Map<String, String> values(
      SignatureAlgorithm algorithm, String keyId, String key) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(ALGORITHM, algorithm.text());
    values.put(KEY_ID, keyId);
    values.put(KEY, key);
    values.put(COVERED, ALL_THAT_MATTERS);
    values.put(CREATED, SignatureTerms.NOW);
    values.put(EXPIRES, SignatureTerms.NONE);
    values.put(NONCE, SignatureTerms.RANDOM);
    return values;
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException {
    SignatureKey key = SignatureKey.from(values);
    Draft complete = withDigest(values, draft);
    try {
      SignatureParameters parameters =
          new SignatureTerms(values, clock)
              .addedTo(SignatureParameters.parse(components(values, complete)), key);
      byte[] value = key.sign(base(complete, parameters).bytes());
      MessageSignature signature = new MessageSignature(LABEL, parameters, value);
      return complete
          .withHeader(MessageSignature.INPUT_FIELD, signature.inputValue())
          .withHeader(MessageSignature.FIELD, signature.fieldValue());
    } catch (ComponentException cannotBeSigned) {
      throw new CredentialException("It cannot be signed: " + cannotBeSigned.reason() + ".");
    }
  }

  /**
   * What is signed of a request, which has to be complete.
   *
   * @throws CredentialException if the request cannot be sent
   * @throws ComponentException if it does not have what is covered
   */
  public static SignatureBase base(Draft complete, SignatureParameters parameters)
      throws CredentialException, ComponentException {
    Draft sent = asSent(complete);
    String scheme = sent.url().substring(0, sent.url().indexOf(':')).toLowerCase(Locale.ROOT);
    return SignatureBase.of(
        Message.request(sent.method(), scheme, sent.target(), sent.headers()), parameters);
  }

  /** The request with a digest of its body, if that is to be covered and there is none yet. */
  public static Draft withDigest(Map<String, String> values, Draft draft) {
    boolean needed = draft.body().length > 0 && covered(values).contains(DIGEST);
    return needed && !hasDigest(draft)
        ? draft.withHeader(ContentDigest.FIELD, ContentDigest.value("sha-256", draft.body()))
        : draft;
  }

  /**
   * The list of what is covered, in brackets. A digest that there is none of, for there is no body,
   * is left out.
   */
  public static String components(Map<String, String> values, Draft complete) {
    String covered = covered(values);
    String kept =
        hasDigest(complete) || complete.body().length > 0 ? covered : covered.replace(DIGEST, "");
    return "(" + kept.strip() + ")";
  }

  private static String covered(Map<String, String> values) {
    return values.getOrDefault(COVERED, "").strip();
  }

  private static boolean hasDigest(Draft draft) {
    return draft.headers().stream()
        .anyMatch(header -> header.name().equalsIgnoreCase(ContentDigest.FIELD));
  }

  /** Host, target and headers as they will stand on the wire, for that is what is signed. */
  private static Draft asSent(Draft draft) throws CredentialException {
    try {
      return OkHttpWire.asSent(draft);
    } catch (IllegalArgumentException cannotBeSent) {
      throw new CredentialException(String.valueOf(cannotBeSent.getMessage()));
    }
  }
}
