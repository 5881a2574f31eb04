package dev.gatehouse.desktop.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.LoggedRecords;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.authn.SessionCookie;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Vote;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack is stopped by a hardened server, and let in by its own weakness alone. */
final class AttacksTest {
  private static final Map<String, AttackResult> HARDENED = new HashMap<>();

  private static GatehouseServer server;
  private static OkHttpWire wire;
  private static AttackRunner runner;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort().withHttps());
    wire =
        new OkHttpWire(
            WireOptions.standard()
                .trusting(server::certificateAuthority)
                .recordedBy(
                    new LoggedRecords(
                        server.exchanges(),
                        List.of(server.http(), server.https().orElseThrow()),
                        Duration.ofSeconds(5))));
    runner = new AttackRunner(server, wire);
  }

  @AfterAll
  static void stop() {
    wire.close();
    server.close();
  }

  static Stream<String> attacks() {
    return Attacks.all().stream().map(Attack::name);
  }

  static Stream<String> weaknesses() {
    return server.catalogue().weaknesses().stream().map(Catalogue.Switch::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void aHardenedServerStopsItAtTheCheckThatItsWeaknessTakesAway(String name) throws Exception {
    Attack attack = Attacks.named(name).orElseThrow();
    AttackResult result = runner.run(attack, Set.of());
    assertThat(result.succeeded()).as(result.said()).isFalse();
    assertThat(result.stoppedBy()).isEqualTo(takenAwayBy(attack.card().weakness()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void aServerWithJustItsWeaknessLetsItIn(String name) throws Exception {
    Attack attack = Attacks.named(name).orElseThrow();
    AttackResult result = runner.run(attack, Set.of(attack.card().weakness()));
    assertThat(result.succeeded()).as(result.said()).isTrue();
  }

  /**
   * The whole table of attacks and weaknesses. A weakness does nothing but take away checks and
   * rules, so an attack that none of those stood in the way of goes the same way with it as
   * without.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("weaknesses")
  void aWeaknessOpensNoAttackButThoseThatNameIt(String weakness) throws Exception {
    Set<String> touched = named(weakness).touches();
    for (Attack attack : Attacks.all()) {
      boolean itsOwn = attack.card().weakness().equals(weakness);
      AttackResult hardened = hardened(attack);
      AttackResult result =
          dependsOn(touched, hardened) ? runner.run(attack, Set.of(weakness)) : hardened;
      assertThat(result.succeeded()).as(attack.name() + ": " + result.said()).isEqualTo(itsOwn);
    }
  }

  private static AttackResult hardened(Attack attack) throws InterruptedException {
    AttackResult known = HARDENED.get(attack.name());
    if (known == null) {
      known = runner.run(attack, Set.of());
      HARDENED.put(attack.name(), known);
    }
    return known;
  }

  /**
   * Whether the attack can go another way without these checks and rules. One that was passed, or
   * was not reached, makes no difference, but for the one that decides what a cookie looks like. Of
   * what the server was sent and left no record we do not know.
   */
  private static boolean dependsOn(Set<String> ids, AttackResult result) {
    return result.steps().stream()
        .anyMatch(
            step ->
                stoodInTheWay(step.examined(), ids)
                    || (step.hop() != null && dependsOn(ids, step.hop())));
  }

  private static boolean dependsOn(Set<String> ids, Hop hop) {
    return hop.record() == null ? isForServer(hop) : dependsOn(ids, hop.record());
  }

  private static boolean isForServer(Hop hop) {
    int port = URI.create(hop.request().url()).getPort();
    return port == server.http().getPort() || port == server.https().orElseThrow().getPort();
  }

  private static boolean dependsOn(Set<String> ids, ExchangeRecord record) {
    return stoodInTheWay(record.authentication().checks(), ids)
        || record.authorization().votes().stream()
            .anyMatch(vote -> ids.contains(vote.id()) && vote.choice() == Vote.Choice.DENY);
  }

  private static boolean stoodInTheWay(List<CheckResult> checks, Set<String> ids) {
    return checks.stream()
        .filter(check -> ids.contains(check.id()))
        .anyMatch(
            check ->
                check.outcome() == Outcome.FAILED
                    || (check.outcome() == Outcome.PASSED
                        && check.id().equals(SessionCookie.FLAGS)));
  }

  @Test
  void theAttacksAreThoseOfTheCatalogue() {
    assertThat(attacks())
        .contains(
            "missing-credential",
            "dns-rebinding",
            "password-guessing",
            "password-spraying",
            "user-enumeration-message",
            "user-enumeration-timing",
            "stolen-database",
            "default-account",
            "session-after-logout",
            "jwt-null-signature",
            "jwt-embedded-jwk",
            "jwt-jku",
            "jwt-x5c",
            "jwt-kid-path",
            "jwt-kid-sql",
            "jwt-blank-secret",
            "jwt-weak-secret",
            "jwt-duplicate-claim",
            "jwt-psychic-signature",
            "jwt-not-yet-valid",
            "jwt-other-issuer",
            "jwt-id-token",
            "jwt-unknown-crit",
            "jwt-oversize",
            "bfla-admin",
            "existence-oracle",
            "freebusy-details",
            "garbage-credential",
            "two-credentials",
            "jwt-tampered",
            "jwt-alg-none",
            "jwt-key-confusion",
            "jwt-expired",
            "jwt-other-audience",
            "csrf",
            "identity-header",
            "eavesdrop",
            "cross-origin-read",
            "api-key-guess",
            "api-key-revoked",
            "session-prediction",
            "session-fixation",
            "cookie-theft",
            "api-key-from-log",
            "jwt-after-revocation",
            "oauth-token-in-query",
            "oauth-code-injection",
            "oauth-pkce-downgrade",
            "oauth-code-replay",
            "oauth-code-other-client",
            "oauth-open-redirect",
            "oauth-refresh-replay",
            "oauth-scope-upgrade",
            "oauth-consent-clickjacking",
            "hmac-body-swap",
            "hmac-replay",
            "digest-replay",
            "digest-other-uri",
            "digest-body-swap",
            "digest-downgrade",
            "scram-replay",
            "dpop-replay",
            "dpop-other-request",
            "dpop-as-bearer",
            "bearer-theft",
            "mtls-self-signed",
            "mtls-header",
            "mtls-stolen-token",
            "totp-replay",
            "totp-guessing",
            "totp-skipped",
            "webauthn-phishing",
            "webauthn-replay",
            "webauthn-clone",
            "bola-calendar",
            "mass-assignment",
            "scope-missing",
            "bola-nested",
            "method-override",
            "path-confusion",
            "stale-sharing",
            "oauth-login-csrf",
            "oauth-mix-up",
            "oidc-nonce-replay");
  }

  @Test
  void anAttackSeesNoTraceOfTheOneBefore() throws Exception {
    Attack attack = Attacks.named("mass-assignment").orElseThrow();
    List<Boolean> succeeded =
        List.of(runner.compare(attack).asItShouldBe(), runner.compare(attack).asItShouldBe());
    assertThat(succeeded).containsOnly(true);
  }

  private static String takenAwayBy(String weakness) {
    return named(weakness).removes();
  }

  private static Catalogue.Switch named(String weakness) {
    return server.catalogue().weakness(weakness).orElseThrow();
  }
}
