package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.identity.SigningKey;
import dev.gatehouse.server.sigv4.CanonicalRequest;
import dev.gatehouse.server.sigv4.SigV4;
import dev.gatehouse.server.sigv4.SignedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One pre-signed URL to be judged.
 *
 * @param arrival the request
 * @param presented the query in which the signature stands
 * @param query what that query says; empty if it cannot be read
 * @param key the key that it names
 * @param person whom the key stands for
 */
record PresignedAttempt(
    Arrival arrival,
    Presented presented,
    Optional<SignedQuery> query,
    Lookup<SigningKey> key,
    Lookup<Person> person) {

  static PresignedAttempt of(Arrival arrival, Presented presented, Identity identity) {
    Optional<SignedQuery> query = SignedQuery.read(presented.value());
    Lookup<SigningKey> key =
        new Lookup<>(() -> query.flatMap(said -> identity.signingKey(said.accessKey())));
    Lookup<Person> person =
        new Lookup<>(() -> key.get().flatMap(known -> identity.person(known.personId())));
    return new PresignedAttempt(arrival, presented, query, key, person);
  }

  /**
   * What the query says.
   *
   * @throws java.util.NoSuchElementException if it cannot be read
   */
  SignedQuery said() {
    return query.orElseThrow();
  }

  /** When it says that it was signed. */
  Instant signedAt() {
    return SigV4.moment(said().timestamp()).orElseThrow();
  }

  /** For how long it says that it is good. */
  Duration lifetime() {
    return Duration.ofSeconds(Long.parseLong(said().expires()));
  }

  /** The request as its signer must have written it. */
  CanonicalRequest canonical() {
    return SignedQuery.canonical(
        arrival.method(),
        arrival.target(),
        arrival.headers(),
        said().signedHeaders(),
        SigV4.sha256(arrival.body()));
  }
}
