package dev.gatehouse.server.identity;

import dev.gatehouse.server.identity.StoredKeys.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The demo people, each with fresh random secrets. */
public final class IdentitySeed {
  /** How long a demo person's opaque token is good. */
  static final Duration TOKEN_LIFETIME = Duration.ofDays(30);

  private static final String PASSWORD = "password";

  private record Role(Person person, String story, @Nullable String formerHash) {
    Role(String id, String name, String story, String... roles) {
      this(new Person(id, name, id + "@example.com", Set.of(roles)), story, null);
    }

    /** The same with what is left of a password that the person had before. */
    Role formerly(String hash) {
      return new Role(person, story, hash);
    }
  }

  private static final List<Role> CAST =
      List.of(
          new Role("alice", "Alice Archer", "Owner of alice-work")
              .formerly("2eb7f12ced92d67f9e0e6aec767150af211f4c24049cd2e84bcd92f1ce8e3072"),
          new Role("bob", "Bob Baker", "Owner of bob-work, reader of alice-work")
              .formerly("f4e39578e3f17a7596d7913a1e4bcc630c0ff13e4632736321267e90c18adfd8"),
          new Role("carol", "Carol Carter", "Sees only when Alice is busy"),
          new Role("dave", "Dave Dyer", "Nothing was shared with him"),
          new Role(
              "admin", "Ada Admin", "Administrator: may list users, not read calendars", "admin"));

  /** Who was here when API keys were counted, and how far. */
  private static final Map<String, Integer> NUMBERED_KEYS = Map.of("dave", 41, "alice", 44);

  private final Identity identity;
  private final List<SeededPerson> people;
  private final List<StoredKeys.Row> keys;
  private final List<SigningKey> signingKeys;
  private final DemoKeys messageKeys;
  private final DemoTotp totp;
  private final DemoPasskeys passkeys;
  private List<People.Row> rows;
  private List<DigestSecrets.Row> digests;
  private List<ScramSecret> scrams;
  private boolean hashed;
  private boolean derived;
  private boolean digested;

  private IdentitySeed(
      Identity identity,
      List<SeededPerson> people,
      DemoKeys messageKeys,
      DemoTotp totp,
      DemoPasskeys passkeys) {
    this.identity = identity;
    this.people = List.copyOf(people);
    this.keys = identity.keys().all();
    this.signingKeys = identity.signingKeys().all();
    this.messageKeys = messageKeys;
    this.totp = totp;
    this.passkeys = passkeys;
    this.rows = identity.table().all();
    this.digests = identity.digests().all();
    this.scrams = identity.scrams().all();
    identity.beforePasswords(this::hash);
    identity.beforeScram(this::derive);
    identity.digests().beforeFirst(this::digest);
  }

  /**
   * Adds the demo people, unless the database has people already; then it is left as it is. What is
   * stored of their passwords is made when the first password comes, whoever's it is: that takes
   * about half a second, which a start should not.
   */
  public static IdentitySeed plant(Identity identity, Clock clock) {
    List<Person> present = identity.people();
    Instant now = clock.instant();
    Set<String> seeded =
        present.isEmpty()
            ? CAST.stream().map(role -> role.person().id()).collect(Collectors.toSet())
            : Set.of();
    DemoKeys messageKeys = new DemoKeys(identity.messageKeys(), seeded, clock);
    DemoTotp totp = new DemoTotp(identity.totpSecrets(), seeded);
    DemoPasskeys passkeys = new DemoPasskeys(identity.passkeys(), seeded, clock);
    Stream<SeededPerson> people =
        present.isEmpty()
            ? IntStream.range(0, CAST.size())
                .mapToObj(place -> add(identity, place, CAST.get(place), now))
            : present.stream().map(IdentitySeed::withoutSecrets);
    return new IdentitySeed(identity, people.toList(), messageKeys, totp, passkeys);
  }

  /** What the demo people sign HTTP messages with. */
  public DemoKeys messageKeys() {
    return messageKeys;
  }

  /** The secrets behind the demo people's one-time codes. */
  public DemoTotp totp() {
    return totp;
  }

  /** What is in the demo people's authenticators. */
  public DemoPasskeys passkeys() {
    return passkeys;
  }

  /** The demo people in the order of the contract, with their secrets. */
  public List<SeededPerson> people() {
    return people;
  }

  /**
   * Puts people and credentials back to how they were, with the same secrets, and forgets what
   * happened since.
   */
  public synchronized void reset() {
    identity.forgetWhatHappened();
    identity.table().clear();
    identity.keys().clear();
    identity.digests().clear();
    identity.scrams().clear();
    identity.signingKeys().clear();
    messageKeys.restore();
    totp.restore();
    passkeys.restore();
    rows.forEach(identity.table()::add);
    keys.forEach(identity.keys()::add);
    digests.forEach(identity.digests()::add);
    scrams.forEach(identity.scrams()::add);
    signingKeys.forEach(identity.signingKeys()::add);
  }

  /**
   * Stores all that is stored of passwords, as far as it is not done. Takes about half a second.
   */
  public void keep() {
    hash();
    derive();
    digest();
  }

  private synchronized void hash() {
    if (!hashed) {
      forEachPassword(
          (person, password) ->
              identity.table().storeHash(person, identity.passwords().hash(password)));
      rows = identity.table().all();
      hashed = true;
    }
  }

  private synchronized void derive() {
    if (!derived) {
      forEachPassword(identity.scrams()::store);
      scrams = identity.scrams().all();
      derived = true;
    }
  }

  private synchronized void digest() {
    if (!digested) {
      forEachPassword(identity.digests()::store);
      digests = identity.digests().all();
      digested = true;
    }
  }

  private void forEachPassword(BiConsumer<String, String> use) {
    for (SeededPerson seeded : people) {
      @Nullable String password = seeded.secrets().get(PASSWORD);
      if (password != null) {
        use.accept(seeded.person().id(), password);
      }
    }
  }

  private static SeededPerson add(Identity identity, int place, Role role, Instant now) {
    Person person = role.person();
    identity.table().add(new People.Row(place, person, null, role.formerHash()));
    String password = Passphrase.random();
    String apiKey = identity.keys().issue(Kind.API_KEY, person, now, null);
    String token = identity.keys().issue(Kind.OPAQUE_TOKEN, person, now, now.plus(TOKEN_LIFETIME));
    SigningKey signing = identity.signingKeys().issue(person.id(), now);
    Map<String, String> secrets = new HashMap<>();
    secrets.put(PASSWORD, password);
    secrets.put("apiKey", apiKey);
    secrets.put("opaqueToken", token);
    secrets.put("hmac.accessKey", signing.accessKey());
    secrets.put("hmac.secretKey", signing.secretKey());
    secrets.put("hmac.region", SigningKey.REGION);
    secrets.put("hmac.service", SigningKey.SERVICE);
    @Nullable Integer number = NUMBERED_KEYS.get(person.id());
    if (number != null) {
      secrets.put("oldApiKey", identity.keys().addNumbered(number, person, now));
    }
    return new SeededPerson(person, role.story(), secrets);
  }

  private static SeededPerson withoutSecrets(Person person) {
    String story =
        CAST.stream()
            .filter(role -> role.person().id().equals(person.id()))
            .map(Role::story)
            .findFirst()
            .orElse("");
    return new SeededPerson(person, story, Map.of());
  }
}
