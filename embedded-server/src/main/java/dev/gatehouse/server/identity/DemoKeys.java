package dev.gatehouse.server.identity;

import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.jose.KeyPairs;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The demo people's own halves of their {@link MessageKey}s: one key for each person and algorithm,
 * made when it is first asked for, because finding large primes takes a while. Safe for use by many
 * threads.
 */
public final class DemoKeys {
  private static final int SECRET_LENGTH = 43;

  /**
   * What somebody signs with.
   *
   * @param keyId the public name of the key
   * @param secret the shared secret, or the private key as PEM (RFC 7468 §10)
   */
  public record Own(String keyId, String secret) {}

  private final MessageKeys table;
  private final Set<String> people;
  private final Clock clock;
  private final List<MessageKey> rows;
  private final Map<String, Own> made = new HashMap<>();

  /**
   * Keys for these people.
   *
   * @param people the identifiers of those who get keys
   */
  DemoKeys(MessageKeys table, Set<String> people, Clock clock) {
    this.table = table;
    this.people = Set.copyOf(people);
    this.clock = clock;
    this.rows = new ArrayList<>(table.all());
  }

  /**
   * This person's key for this algorithm; empty if it is somebody whose secrets are not known here.
   * An RSA key takes about a tenth of a second the first time.
   */
  public synchronized Optional<Own> of(String personId, SignatureAlgorithm algorithm) {
    if (!people.contains(personId)) {
      return Optional.empty();
    }
    String keyId = personId + "-" + algorithm.text();
    return Optional.of(made.computeIfAbsent(keyId, id -> make(id, personId, algorithm)));
  }

  /** Puts the table back to the keys that were there and those that were made since. */
  synchronized void restore() {
    table.clear();
    rows.forEach(table::add);
  }

  private Own make(String keyId, String personId, SignatureAlgorithm algorithm) {
    if (algorithm.isShared()) {
      String secret = Secrets.lettersAndDigits(SECRET_LENGTH);
      store(keyId, algorithm, secret.getBytes(StandardCharsets.US_ASCII), personId);
      return new Own(keyId, secret);
    }
    KeyPair pair = KeyPairs.generate(algorithm.jws());
    store(keyId, algorithm, pair.getPublic().getEncoded(), personId);
    return new Own(keyId, KeyPairs.pem(pair.getPrivate()));
  }

  private void store(String keyId, SignatureAlgorithm algorithm, byte[] material, String personId) {
    MessageKey row = new MessageKey(keyId, algorithm, material, personId, clock.instant());
    table.add(row);
    rows.add(row);
  }
}
