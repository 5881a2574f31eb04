package dev.gatehouse.server;

import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.identity.DemoKeys;
import dev.gatehouse.server.identity.IdentitySeed;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.identity.SeededPerson;
import dev.gatehouse.server.jose.TokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import kotlin.Lazy;
import kotlin.LazyKt;

/** The demo people with all that proves them, their signed tokens never too old to be of use. */
final class DemoPeople {
  private static final Duration REISSUED_AFTER = Duration.ofMinutes(10);

  private final IdentitySeed seed;
  private final DemoPerson.MessageKeySource messageKeys;
  private final TokenIssuer issuer;
  private final Clock clock;
  private List<DemoPerson> people = List.of();
  private Instant issuedAt = Instant.EPOCH;

  DemoPeople(IdentitySeed seed, TokenIssuer issuer, Clock clock) {
    this.seed = seed;
    this.messageKeys = seed.messageKeys()::of;
    this.issuer = issuer;
    this.clock = clock;
  }

  synchronized List<DemoPerson> all() {
    Instant now = clock.instant();
    if (now.isAfter(issuedAt.plus(REISSUED_AFTER))) {
      people = seed.people().stream().map(this::withToken).toList();
      issuedAt = now;
    }
    return people;
  }

  private DemoPerson withToken(SeededPerson seeded) {
    Person person = seeded.person();
    Map<String, Supplier<String>> secrets = new TreeMap<>(DemoPerson.made(seeded.secrets()));
    Lazy<String> token = LazyKt.lazy(() -> issuer.issue(person.id(), Action.scopes(), Map.of()));
    secrets.put("jwt", token::getValue);
    if (!seeded.secrets().isEmpty()) {
      secrets.put("httpSignature.keyId", () -> sharedKey(person).keyId());
      secrets.put("httpSignature.secret", () -> sharedKey(person).secret());
    }
    return new DemoPerson(
        person.id(), person.name(), person.roles(), seeded.story(), secrets, messageKeys);
  }

  private DemoKeys.Own sharedKey(Person person) {
    return messageKeys.of(person.id(), SignatureAlgorithm.HMAC_SHA256).orElseThrow();
  }
}
