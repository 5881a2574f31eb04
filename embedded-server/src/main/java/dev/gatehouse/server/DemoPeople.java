package dev.gatehouse.server;

import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.identity.DemoKeys;
import dev.gatehouse.server.identity.DemoPasskeys;
import dev.gatehouse.server.identity.IdentitySeed;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.identity.SeededPerson;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.totp.SecretText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kotlin.Lazy;
import kotlin.LazyKt;

/** The demo people with all that proves them, their signed tokens never too old to be of use. */
final class DemoPeople {
  /** Who an authenticator app says that the codes are for. */
  private static final String ISSUER = "Gatehouse";

  private static final Duration REISSUED_AFTER = Duration.ofMinutes(10);

  private final IdentitySeed seed;
  private final DemoPerson.MessageKeySource messageKeys;
  private final DemoPasskeys passkeys;
  private final TokenIssuer issuer;
  private final Optional<CertificateFiles> certificates;
  private final DemoClients clients;
  private final Clock clock;
  private final Map<String, ProofKey> proofKeys = new ConcurrentHashMap<>();
  private List<DemoPerson> people = List.of();
  private Instant issuedAt = Instant.EPOCH;

  /**
   * The people of this seed.
   *
   * @param certificates what they show in TLS; empty if there is no TLS to show it in
   * @param clients the programs through which they can be reached
   */
  DemoPeople(
      IdentitySeed seed,
      TokenIssuer issuer,
      Optional<CertificateFiles> certificates,
      DemoClients clients,
      Clock clock) {
    this.seed = seed;
    this.messageKeys = seed.messageKeys()::of;
    this.passkeys = seed.passkeys();
    this.issuer = issuer;
    this.certificates = certificates;
    this.clients = clients;
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
    Lazy<String> old = LazyKt.lazy(() -> issuer.issueByOldSecret(person.id(), Action.scopes()));
    secrets.put("oldJwt", old::getValue);
    Lazy<String> bound =
        LazyKt.lazy(() -> boundToken(person, "jkt", proofKey(person).thumbprint()));
    secrets.put("dpop.token", bound::getValue);
    secrets.put("dpop.jwk", () -> proofKey(person).privateJwk().toString());
    certificates.ifPresent(files -> putCertificate(secrets, person, files));
    if (!seeded.secrets().isEmpty()) {
      secrets.put("httpSignature.keyId", () -> sharedKey(person).keyId());
      secrets.put("totpSecret", () -> totpSecret(person));
      secrets.put("totpUri", () -> SecretText.address(person.id(), ISSUER, totpSecret(person)));
      secrets.put("httpSignature.secret", () -> sharedKey(person).secret());
      secrets.put("passkey.id", () -> passkey(person).credentialId());
      secrets.put("passkey.userHandle", () -> passkey(person).userHandle());
      secrets.put("passkey.privateKey", () -> passkey(person).privateKey());
    }
    return new DemoPerson(
        person.id(), person.name(), person.roles(), seeded.story(), secrets, messageKeys, clients);
  }

  private void putCertificate(
      Map<String, Supplier<String>> secrets, Person person, CertificateFiles files) {
    secrets.put("certificate", () -> files.certificate(person.id()));
    secrets.put("key", () -> files.key(person.id()));
    Lazy<String> bound =
        LazyKt.lazy(() -> boundToken(person, "x5t#S256", files.sha256(person.id())));
    secrets.put("mtls.token", bound::getValue);
  }

  /** One that is of use only to who has the key (RFC 9449 §6, RFC 8705 §3.1). */
  private String boundToken(Person person, String member, String digest) {
    Map<String, Object> confirmation = Map.of(member, digest);
    return issuer.issue(person.id(), Action.scopes(), Map.of("cnf", confirmation));
  }

  private ProofKey proofKey(Person person) {
    return proofKeys.computeIfAbsent(person.id(), id -> ProofKey.make(JwsAlgorithm.EDDSA));
  }

  private String totpSecret(Person person) {
    return seed.totp().of(person.id()).orElseThrow();
  }

  private DemoPasskeys.Own passkey(Person person) {
    return passkeys.of(person.id()).orElseThrow();
  }

  private DemoKeys.Own sharedKey(Person person) {
    return messageKeys.of(person.id(), SignatureAlgorithm.HMAC_SHA256).orElseThrow();
  }
}
