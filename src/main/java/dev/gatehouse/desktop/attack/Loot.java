package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.identity.StoredPassword;
import dev.gatehouse.server.oauth.SeededClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What an attacker has before an attack begins: an account of their own, and what they picked up
 * somewhere.
 */
public final class Loot {
  /** Who attacks: with whom nothing was shared. */
  public static final String ATTACKER = "dave";

  /** Who is attacked. */
  public static final String VICTIM = "alice";

  /** A name that nobody here has. */
  public static final String NOBODY = "zoe";

  /**
   * Issues a token as the server does, for a person, with some claims and header parameters that
   * differ. Times are in seconds since 1970.
   */
  @FunctionalInterface
  public interface Mint {
    /** The signed token. */
    String issue(String person, Map<String, Object> header, Map<String, Object> claims);
  }

  private final List<DemoPerson> people;
  private final Mint mint;
  private final Supplier<List<StoredPassword>> passwords;
  private final CarelessIssuer careless;

  /**
   * What can be had of a server.
   *
   * @param people everybody of the seed data
   * @param mint issues the tokens that were issued to somebody earlier
   * @param passwords copies the table of people
   * @param careless another issuer whose tokens the server takes
   */
  Loot(
      List<DemoPerson> people,
      Mint mint,
      Supplier<List<StoredPassword>> passwords,
      CarelessIssuer careless) {
    this.people = List.copyOf(people);
    this.mint = mint;
    this.passwords = passwords;
    this.careless = careless;
  }

  /**
   * A secret of this person, for example {@code jwt}; an attack takes only what its card says it
   * needs.
   */
  public String secret(String person, String name) {
    return people.stream()
        .filter(p -> p.id().equals(person))
        .flatMap(p -> p.secret(name).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(person + " has no " + name));
  }

  /** The secret of a registered program that takes part (RFC 6749 §2.3.1). */
  public String programSecret(String clientId) {
    return people.stream()
        .flatMap(p -> p.clients().find(clientId).stream())
        .map(SeededClient::secret)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(clientId + " has no secret"));
  }

  /** What a copy of the table of people says of their passwords. */
  public List<StoredPassword> storedPasswords() {
    return passwords.get();
  }

  /** A token that the server once issued to this person, with these claims. */
  public String tokenIssuedTo(String person, Map<String, Object> claims) {
    return tokenIssuedTo(person, Map.of(), claims);
  }

  /**
   * A token of the attacker's own by an old secret of the server, which some program of back then
   * still signs with.
   *
   * @param kid the name of the secret, one of {@link dev.gatehouse.server.jose.LegacyKeys}
   */
  public String ownTokenByOldSecret(String kid) {
    return tokenIssuedTo(ATTACKER, Map.of("alg", "HS256", "kid", kid), Map.of());
  }

  /**
   * A token of the attacker's own by a token service that writes names into tokens as they are.
   *
   * @param displayName what the attacker calls themself there
   * @throws CredentialException if the service refuses to sign it
   */
  public String ownTokenByCarelessIssuer(String displayName) throws CredentialException {
    CompactToken usual = CompactToken.parse(tokenIssuedTo(ATTACKER, Map.of()));
    return careless.issue(usual, ATTACKER, displayName);
  }

  /**
   * A token that the server once issued to this person, with these header parameters and claims.
   */
  public String tokenIssuedTo(
      String person, Map<String, Object> header, Map<String, Object> claims) {
    return mint.issue(person, header, claims);
  }
}
