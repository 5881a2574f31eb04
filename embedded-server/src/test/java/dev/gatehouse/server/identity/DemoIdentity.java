package dev.gatehouse.server.identity;

import org.jdbi.v3.core.Jdbi;

/**
 * The demo people in a real database, seeded once for all tests because hashing is slow on purpose.
 * A test that uses it begins with {@link #restart()}.
 */
public final class DemoIdentity {
  private static final MovableClock CLOCK = new MovableClock();
  private static final Identity IDENTITY = new Identity(database("demo"), CLOCK);
  private static final IdentitySeed SEED = IdentitySeed.plant(IDENTITY, CLOCK);

  private DemoIdentity() {}

  /** A new database in memory. */
  static Jdbi database(String name) {
    return Jdbi.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
  }

  /** Puts everything back to how it was, the clock included. */
  public static void restart() {
    CLOCK.restart();
    SEED.reset();
  }

  /** The shared identity. */
  public static Identity identity() {
    return IDENTITY;
  }

  /** The clock it goes by. */
  public static MovableClock clock() {
    return CLOCK;
  }

  /** What the demo people sign HTTP messages with. */
  public static DemoKeys messageKeys() {
    return SEED.messageKeys();
  }

  /** The secret behind a demo person's one-time codes, as Base32. */
  public static String totpSecret(String personId) {
    return SEED.totp().of(personId).orElseThrow();
  }

  /** What is in a demo person's authenticator. */
  public static DemoPasskeys.Own passkey(String personId) {
    return SEED.passkeys().of(personId).orElseThrow();
  }

  /** A demo person's secret, by its name in the contract. */
  public static String secret(String personId, String name) {
    return SEED.people().stream()
        .filter(seeded -> seeded.person().id().equals(personId))
        .map(seeded -> seeded.secrets().get(name))
        .findFirst()
        .orElseThrow();
  }
}
