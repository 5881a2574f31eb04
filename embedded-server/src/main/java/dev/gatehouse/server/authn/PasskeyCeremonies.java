package dev.gatehouse.server.authn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Passkey;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.identity.Secrets;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.webauthn.CredentialKey;
import dev.gatehouse.server.webauthn.RelyingParty;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What a browser is asked before it uses or makes a passkey (WebAuthn §5.4, §5.5). Nothing is kept
 * of it: a challenge says itself what it was given out for, and is signed. Safe for use by many
 * threads.
 */
public final class PasskeyCeremonies {
  private static final String LOGIN = "login";
  private static final String REGISTRATION = "registration ";
  private static final int ONCE = 1;

  private final RelyingParty party;
  private final Identity identity;
  private final SignedNonces nonces;

  /**
   * Ceremonies of this server.
   *
   * @param party whom the passkeys are for
   */
  public PasskeyCeremonies(RelyingParty party, Identity identity, Clock clock) {
    this.party = party;
    this.identity = identity;
    this.nonces = new SignedNonces(clock);
  }

  /** Whom the passkeys are for. */
  public RelyingParty party() {
    return party;
  }

  /**
   * What is asked before a login: {@code PublicKeyCredentialRequestOptionsJSON} (WebAuthn §5.5).
   * Whose passkey it may be is left open, so that nobody learns who has one.
   */
  public ObjectNode loginOptions() {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("challenge", challenge(LOGIN));
    options.put("timeout", SignedNonces.LIFETIME.toMillis());
    options.put("rpId", party.id());
    options.putArray("allowCredentials");
    options.put("userVerification", "required");
    return options;
  }

  /** What is asked for a new passkey: {@code PublicKeyCredentialCreationOptionsJSON} (§5.4). */
  public ObjectNode registrationOptions(Person person) {
    List<Passkey> passkeys = identity.passkeys().of(person.id());
    String handle = passkeys.isEmpty() ? Secrets.bits256() : passkeys.get(0).userHandle();
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("challenge", challenge(REGISTRATION + handle + " " + person.id()));
    options.putObject("rp").put("id", party.id()).put("name", "Gatehouse");
    options
        .putObject("user")
        .put("id", handle)
        .put("name", person.id())
        .put("displayName", person.name());
    ArrayNode algorithms = options.putArray("pubKeyCredParams");
    CredentialKey.ALGORITHMS.forEach(
        algorithm -> algorithms.addObject().put("type", "public-key").put("alg", algorithm));
    options.put("timeout", SignedNonces.LIFETIME.toMillis());
    ArrayNode excluded = options.putArray("excludeCredentials");
    passkeys.forEach(
        one -> excluded.addObject().put("type", "public-key").put("id", one.credentialId()));
    options
        .putObject("authenticatorSelection")
        .put("residentKey", "required")
        .put("requireResidentKey", true)
        .put("userVerification", "required");
    options.put("attestation", "none");
    return options;
  }

  /** Whether this challenge was given out for a login. */
  boolean isForLogin(String challenge) {
    return purpose(challenge).filter(LOGIN::equals).isPresent();
  }

  /**
   * The name by which the authenticator was told to know this person, if this challenge was given
   * out for a passkey of theirs.
   */
  Optional<String> userHandle(String challenge, String personId) {
    return purpose(challenge)
        .filter(purpose -> purpose.startsWith(REGISTRATION))
        .map(purpose -> purpose.split(" ", 3))
        .filter(parts -> parts[2].equals(personId))
        .map(parts -> parts[1]);
  }

  /** Whether it is still good. */
  boolean isFresh(String challenge) {
    return nonce(challenge).filter(nonces::isFresh).isPresent();
  }

  /** Uses it up; of many at once, one alone does. */
  boolean use(String challenge) {
    return nonce(challenge).filter(nonce -> nonces.use(nonce, ONCE)).isPresent();
  }

  private String challenge(String purpose) {
    return Base64Url.encode(nonces.next(purpose).getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> purpose(String challenge) {
    return nonce(challenge).map(SignedNonces::content);
  }

  private Optional<String> nonce(String challenge) {
    try {
      byte[] bytes = Base64Url.decode(challenge, "the challenge");
      return Optional.of(new String(bytes, StandardCharsets.UTF_8)).filter(nonces::isOurs);
    } catch (JoseException another) {
      return Optional.empty();
    }
  }
}
