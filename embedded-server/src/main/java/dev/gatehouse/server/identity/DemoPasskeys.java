package dev.gatehouse.server.identity;

import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.KeyPairs;
import dev.gatehouse.server.webauthn.CredentialKey;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The demo people's own halves of a {@link Passkey} each, made when it is first asked for. Safe for
 * use by many threads.
 */
public final class DemoPasskeys {
  /**
   * What an authenticator keeps.
   *
   * @param credentialId the passkey's public name, base64url
   * @param userHandle the name under which it knows its owner, base64url
   * @param privateKey the private key for ES256 as PEM (RFC 7468 §10)
   */
  public record Own(String credentialId, String userHandle, String privateKey) {}

  private final Passkeys table;
  private final Set<String> people;
  private final Clock clock;
  private final List<Passkey> rows;
  private final Map<String, Own> made = new HashMap<>();

  /**
   * Passkeys for these people.
   *
   * @param people the identifiers of those who get one
   */
  DemoPasskeys(Passkeys table, Set<String> people, Clock clock) {
    this.table = table;
    this.people = Set.copyOf(people);
    this.clock = clock;
    this.rows = new ArrayList<>(table.all());
  }

  /** This person's passkey; empty if it is somebody whose secrets are not known here. */
  public synchronized Optional<Own> of(String personId) {
    return people.contains(personId)
        ? Optional.of(made.computeIfAbsent(personId, this::make))
        : Optional.empty();
  }

  /** Puts the table back to the passkeys that were there and those that were made here since. */
  synchronized void restore() {
    table.clear();
    rows.forEach(table::add);
  }

  private Own make(String personId) {
    KeyPair pair = KeyPairs.generate(JwsAlgorithm.ES256);
    Own own = new Own(Secrets.bits256(), Secrets.bits256(), KeyPairs.pem(pair.getPrivate()));
    Passkey row =
        new Passkey(
            own.credentialId(),
            personId,
            own.userHandle(),
            CredentialKey.of((ECPublicKey) pair.getPublic()).bytes(),
            0,
            false,
            clock.instant());
    table.add(row);
    rows.add(row);
    return own;
  }
}
