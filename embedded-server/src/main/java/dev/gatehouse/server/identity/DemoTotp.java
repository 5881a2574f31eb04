package dev.gatehouse.server.identity;

import dev.gatehouse.server.totp.SecretText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The demo people's own copies of the secrets behind their one-time codes, each made when it is
 * first asked for. Safe for use by many threads.
 */
public final class DemoTotp {
  /** RFC 4226 §4 recommends 160 bits. */
  private static final int SECRET_BYTES = 20;

  private final TotpSecrets table;
  private final Set<String> people;
  private final List<TotpSecret> rows;
  private final Map<String, String> made = new HashMap<>();

  /**
   * Secrets for these people.
   *
   * @param people the identifiers of those who get one
   */
  DemoTotp(TotpSecrets table, Set<String> people) {
    this.table = table;
    this.people = Set.copyOf(people);
    this.rows = new ArrayList<>(table.all());
  }

  /** This person's secret as Base32; empty if it is somebody whose secrets are not known here. */
  public synchronized Optional<String> of(String personId) {
    return people.contains(personId)
        ? Optional.of(made.computeIfAbsent(personId, this::make))
        : Optional.empty();
  }

  /** Puts the table back to the secrets there were and those made since, no code of them used. */
  synchronized void restore() {
    table.clear();
    rows.forEach(table::add);
  }

  private String make(String personId) {
    TotpSecret row = new TotpSecret(personId, Secrets.randomBytes(SECRET_BYTES));
    table.add(row);
    rows.add(row);
    return SecretText.of(row.secret());
  }
}
