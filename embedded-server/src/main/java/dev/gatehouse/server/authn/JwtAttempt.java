package dev.gatehouse.server.authn;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.brought.BroughtKeys;
import dev.gatehouse.server.brought.KeyHint;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.Jwk;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.JwsAlgorithm.Family;
import dev.gatehouse.server.jose.KeysUnavailableException;
import dev.gatehouse.server.jose.StrictJson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One signed token to be judged. It is read when a check first asks, and only once. For one thread.
 */
final class JwtAttempt {
  /**
   * A token that was read, or why it could not be. With a token and a problem, it was read in one
   * of the ways in which it can be.
   */
  private record Reading(@Nullable CompactJws token, ObjectNode claims, @Nullable String problem) {}

  private static final String PAYLOAD = "the payload";
  private static final ObjectNode NO_CLAIMS = JsonNodeFactory.instance.objectNode();

  private final Presented presented;
  private final boolean claimsWanted;
  private final Function<Optional<String>, JwtParty> parties;
  private final Lookup<Person> person;
  private final Possession possession;
  private @Nullable Reading reading;
  private @Nullable JwtParty party;
  private @Nullable BroughtKeys brought;

  /**
   * A token.
   *
   * @param presented where it stood, and its text
   * @param claimsWanted whether the payload has to be a JSON object
   * @param parties finds whose tokens this has to be, by the issuer that it claims
   * @param possession what whoever sent it has shown to have besides
   */
  JwtAttempt(
      Presented presented,
      boolean claimsWanted,
      Function<Optional<String>, JwtParty> parties,
      Possession possession) {
    this.presented = presented;
    this.claimsWanted = claimsWanted;
    this.parties = parties;
    this.possession = possession;
    this.person = new Lookup<>(() -> claim(party().subjectClaim(this)).flatMap(party().people()));
  }

  Presented presented() {
    return presented;
  }

  Possession possession() {
    return possession;
  }

  /** Whose token it has to be. */
  JwtParty party() {
    JwtParty known = party;
    if (known == null) {
      known = parties.apply(claim("iss"));
      party = known;
    }
    return known;
  }

  /**
   * The keys of the one whose token it has to be.
   *
   * @throws KeysUnavailableException if they cannot be had
   */
  JwkSet keys() throws KeysUnavailableException {
    return party().keys().keys(kid());
  }

  private @Nullable String kid() {
    return token().parameter("kid").orElse(null);
  }

  /** The one whom it is about, looked up once. */
  Lookup<Person> person() {
    return person;
  }

  /** Why it cannot be read in one way alone; empty if it can. */
  Optional<String> problem() {
    return Optional.ofNullable(reading().problem());
  }

  boolean isUnreadable() {
    return reading().token() == null;
  }

  /** Whether a claim stands there twice, so that it can be read in two ways. */
  boolean isAmbiguous() {
    return !isUnreadable() && problem().isPresent();
  }

  /**
   * The token taken apart.
   *
   * @throws java.util.NoSuchElementException if it cannot be read
   */
  CompactJws token() {
    return Optional.ofNullable(reading().token()).orElseThrow();
  }

  /** What it says; empty if it cannot be read. */
  ObjectNode claims() {
    return reading().claims();
  }

  /** A claim that is text and not empty, if it is there. */
  Optional<String> claim(String name) {
    return Optional.ofNullable(claims().path(name).textValue()).filter(text -> !text.isEmpty());
  }

  /** The claim {@code scope}: words with blanks between them (RFC 9068 §2.2.3). */
  Set<String> scopes() {
    return SpacedWords.in(claim("scope").orElse("").strip());
  }

  /** The algorithm that it names, as it is spelled; empty if it names none. */
  String alg() {
    return token().parameter("alg").orElse("");
  }

  /** The algorithm that it names, if that is one of ours. */
  Optional<JwsAlgorithm> algorithm() {
    return JwsAlgorithm.named(alg());
  }

  /** Whether it says that it is not signed, in any spelling. */
  boolean isUnsecured() {
    return !isUnreadable() && alg().toLowerCase(Locale.ROOT).equals("none");
  }

  boolean hasEmptySignature() {
    return !isUnreadable() && token().signature().length == 0;
  }

  /**
   * Whether it is a signature by ECDSA of zeros alone, which fits every text where nobody looks at
   * the range of the numbers.
   */
  boolean hasSignatureOfZeros() {
    if (isUnreadable() || hasEmptySignature()) {
      return false;
    }
    boolean ecdsa = algorithm().filter(known -> known.family() == Family.ECDSA).isPresent();
    byte[] signature = token().signature();
    return ecdsa && Arrays.equals(signature, new byte[signature.length]);
  }

  /** Whether it says itself with which key it is to be verified, in this way. */
  boolean hintsBy(KeyHint hint) {
    return !isUnreadable() && KeyHint.in(token()).filter(hint::equals).isPresent();
  }

  /** The keys with which it may have been signed, as far as it says. */
  List<Jwk> candidates() throws KeysUnavailableException {
    return keys().candidates(kid());
  }

  /**
   * The keys to verify with: ours. There is none only if the check that asks for one was taken
   * away: then those that the token hints at.
   */
  List<Jwk> signers() throws KeysUnavailableException {
    List<Jwk> ours = candidates();
    return ours.isEmpty() ? brought().keys() : ours;
  }

  /** The keys that it hints at, looked for once. Only what does without a key of ours may ask. */
  BroughtKeys brought() {
    BroughtKeys known = brought;
    if (known == null) {
      known = BroughtKeys.of(token());
      brought = known;
    }
    return known;
  }

  /** Whether the key that it means is a secret that nobody ever set. */
  boolean meansBlankSecret() {
    return means(Jwk::isBlankSecret);
  }

  /** Whether the key that it means is a secret, and one that was set. */
  boolean meansFilledSecret() {
    return means(Jwk::isFilledSecret);
  }

  private boolean means(Predicate<Jwk> kind) {
    try {
      List<Jwk> signers = isUnreadable() ? List.of() : signers();
      return !signers.isEmpty() && signers.stream().allMatch(kind);
    } catch (KeysUnavailableException unknown) {
      return false;
    }
  }

  private Reading reading() {
    if (reading == null) {
      reading = read();
    }
    return reading;
  }

  private Reading read() {
    try {
      CompactJws token = CompactJws.read(presented.value());
      return claimsWanted ? read(token) : new Reading(token, NO_CLAIMS, null);
    } catch (JoseException unreadable) {
      return new Reading(null, NO_CLAIMS, unreadable.problem());
    }
  }

  private static Reading read(CompactJws token) throws JoseException {
    try {
      return new Reading(token, StrictJson.object(token.payload(), PAYLOAD), null);
    } catch (JoseException unclear) {
      ObjectNode oneReading = StrictJson.objectOfLastMembers(token.payload(), PAYLOAD);
      return new Reading(token, oneReading, unclear.problem());
    }
  }
}
