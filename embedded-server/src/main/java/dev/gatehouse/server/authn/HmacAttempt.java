package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.identity.SigningKey;
import dev.gatehouse.server.sigv4.CanonicalRequest;
import dev.gatehouse.server.sigv4.SigV4;
import dev.gatehouse.server.sigv4.SignedAuthorization;
import java.util.List;
import java.util.Optional;

/**
 * One signed request to be judged.
 *
 * @param arrival the request
 * @param presented its Authorization header
 * @param authorization what that header says; empty if it cannot be read
 * @param key the key that it names
 * @param person whom the key stands for
 */
record HmacAttempt(
    Arrival arrival,
    Presented presented,
    Optional<SignedAuthorization> authorization,
    Lookup<SigningKey> key,
    Lookup<Person> person) {

  static HmacAttempt of(Arrival arrival, Presented presented, Identity identity) {
    Optional<SignedAuthorization> authorization = SignedAuthorization.read(presented.value());
    Lookup<SigningKey> key =
        new Lookup<>(() -> authorization.flatMap(said -> identity.signingKey(said.accessKey())));
    Lookup<Person> person =
        new Lookup<>(() -> key.get().flatMap(known -> identity.person(known.personId())));
    return new HmacAttempt(arrival, presented, authorization, key, person);
  }

  /**
   * What the header says.
   *
   * @throws java.util.NoSuchElementException if it cannot be read
   */
  SignedAuthorization said() {
    return authorization.orElseThrow();
  }

  /** When it says that it was signed; empty text if it does not say it once. */
  String timestamp() {
    List<String> dates = arrival.values(SigV4.DATE_HEADER);
    return dates.size() == 1 ? dates.get(0) : "";
  }

  /** The request as its signer must have written it. */
  CanonicalRequest canonical() {
    return CanonicalRequest.of(
        arrival.method(),
        arrival.target(),
        arrival.headers(),
        said().signedHeaders(),
        arrival.body());
  }
}
