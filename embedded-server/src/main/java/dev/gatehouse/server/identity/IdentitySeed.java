package dev.gatehouse.server.identity;

import dev.gatehouse.server.identity.StoredKeys.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The demo people, each with fresh random secrets. */
public final class IdentitySeed {
  /** How long a demo person's opaque token is good. */
  static final Duration TOKEN_LIFETIME = Duration.ofDays(30);

  private record Role(Person person, String story) {
    Role(String id, String name, String story, String... roles) {
      this(new Person(id, name, id + "@example.com", Set.of(roles)), story);
    }
  }

  private static final List<Role> CAST =
      List.of(
          new Role("alice", "Alice Archer", "Owner of alice-work"),
          new Role("bob", "Bob Baker", "Owner of bob-work, reader of alice-work"),
          new Role("carol", "Carol Carter", "Sees only when Alice is busy"),
          new Role("dave", "Dave Dyer", "Nothing was shared with him"),
          new Role("admin", "Ada Admin", "Administrator: may list users, not read calendars", "admin"));

  private final Identity identity;
  private final List<SeededPerson> people;
  private final List<People.Row> rows;
  private final List<StoredKeys.Row> keys;

  private IdentitySeed(Identity identity, List<SeededPerson> people) {
    this.identity = identity;
    this.people = List.copyOf(people);
    this.rows = identity.table().all();
    this.keys = identity.keys().all();
  }

  /** Adds the demo people, unless the database has people already; then it is left as it is. */
  public static IdentitySeed plant(Identity identity, Clock clock) {
    List<Person> present = identity.people();
    if (!present.isEmpty()) {
      return new IdentitySeed(identity, present.stream().map(IdentitySeed::withoutSecrets).toList());
    }
    List<String> passwords = Stream.generate(Passphrase::random).limit(CAST.size()).toList();
    List<String> hashes = passwords.parallelStream().map(identity.passwords()::hash).toList();
    Instant now = clock.instant();
    return new IdentitySeed(
        identity,
        Stream.iterate(0, place -> place + 1)
            .limit(CAST.size())
            .map(place -> add(identity, place, passwords.get(place), hashes.get(place), now))
            .toList());
  }

  /** The demo people in the order of the contract, with their secrets. */
  public List<SeededPerson> people() {
    return people;
  }

  /** Puts people and credentials back to how they were, with the same secrets, and forgets what happened since. */
  public void reset() {
    identity.forgetWhatHappened();
    identity.table().clear();
    identity.keys().clear();
    rows.forEach(identity.table()::add);
    keys.forEach(identity.keys()::add);
  }

  private static SeededPerson add(Identity identity, int place, String password, String hash, Instant now) {
    Role role = CAST.get(place);
    identity.table().add(new People.Row(place, role.person(), hash));
    String apiKey = identity.keys().issue(Kind.API_KEY, role.person(), now, null);
    String token = identity.keys().issue(Kind.OPAQUE_TOKEN, role.person(), now, now.plus(TOKEN_LIFETIME));
    return new SeededPerson(
        role.person(), role.story(), Map.of("password", password, "apiKey", apiKey, "opaqueToken", token));
  }

  private static SeededPerson withoutSecrets(Person person) {
    String story =
        CAST.stream().filter(role -> role.person().id().equals(person.id())).map(Role::story).findFirst().orElse("");
    return new SeededPerson(person, story, Map.of());
  }
}
