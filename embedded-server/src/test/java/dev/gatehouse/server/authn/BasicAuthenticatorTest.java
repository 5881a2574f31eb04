package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.Arrivals.sentFrom;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Verification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BasicAuthenticatorTest {
  /** Of Alice, from before passwords were stored by a slow hash. */
  private static final String FORMER_PASSWORD = "coffee2";

  private final Identity identity = DemoIdentity.identity();
  private final BasicAuthenticator basic = new BasicAuthenticator(identity);

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  @Test
  void theRightPasswordProvesThePerson() {
    assertVerification(judge(basic, with("alice", DemoIdentity.secret("alice", "password"))))
        .proves("alice");
  }

  @Test
  void thePasswordStandsForEverythingThePersonMayDo() {
    Verification alice = judge(basic, with("alice", DemoIdentity.secret("alice", "password")));
    Verification admin = judge(basic, with("admin", DemoIdentity.secret("admin", "password")));

    assertThat(alice.principal().orElseThrow().scopes()).contains("events:write");
    assertThat(alice.principal().orElseThrow().roles()).isEmpty();
    assertThat(admin.principal().orElseThrow().roles()).containsExactly("admin");
  }

  @Test
  void theExampleOfTheRfcIsRead() {
    PasswordReading aladdin = read("QWxhZGRpbjpvcGVuIHNlc2FtZQ==");

    assertThat(aladdin.name()).isEqualTo("Aladdin");
    assertThat(aladdin.password()).isEqualTo("open sesame");
  }

  @Test
  void theExampleOfTheRfcInUtf8IsRead() {
    PasswordReading test = read("dGVzdDoxMjPCow==");

    assertThat(test.name()).isEqualTo("test");
    assertThat(test.password()).isEqualTo("123£");
  }

  @Test
  void onlyTheFirstColonSeparates() {
    assertThat(read(base64("alice:a:b", StandardCharsets.UTF_8)).password()).isEqualTo("a:b");
  }

  @Test
  void aNameTypedInAnotherNormalFormIsTheSameName() {
    assertThat(read(base64("Ame\u0301lie:x", StandardCharsets.UTF_8)).name())
        .isEqualTo("Am\u00e9lie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic ", "basic ", "BASIC ", "Basic   "})
  void theSchemeMayBeWrittenInAnyCase(String scheme) {
    Arrival arrival =
        get("/me", "Authorization", scheme + base64("alice:x", StandardCharsets.UTF_8));

    assertThat(basic.find(arrival)).extracting(Presented::value).containsExactly("YWxpY2U6eA==");
  }

  @Test
  void aSchemeThatOnlyBeginsAlikeIsAnother() {
    assertThat(basic.find(get("/me", "Authorization", "Basic2 YWxpY2U6eA=="))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "!!!",
        "YWxpY2U6eA", // no padding
        "YWxpY2U6eB==", // stray bits
        "YWxpY2U6 eA==", // a blank
        "YWxpY2U6eA==, Bearer x",
        "YWxpY2U=", // no colon
        "YWxpY2U6ZQBk", // a control character
        "QW3pbGllOng=", // Latin-1
        "7aCAOng=" // half a character
      })
  void whatIsNotBase64OfNameAndPasswordIsRefusedAtTheWellFormedCheck(String credentials) {
    assertVerification(judge(basic, get("/me", "Authorization", "Basic " + credentials)))
        .isRefusedAt("basic.well-formed");
  }

  @Test
  void aNameOfAnUnreasonableLengthIsRefusedAtTheWellFormedCheck() {
    assertVerification(judge(basic, with("a".repeat(256), "x"))).isRefusedAt("basic.well-formed");
  }

  @Test
  void aWrongPasswordIsRefusedAtThePasswordCheck() {
    CheckResult failure =
        assertVerification(judge(basic, with("alice", "wrong"))).isRefusedAt("basic.password");

    assertThat(failure.refusal()).isEqualTo(Refusal.UNAUTHORIZED);
  }

  @Test
  void anUnknownPersonLooksLikeAWrongPasswordAndAHashIsComputedAllTheSame() {
    long before = identity.passwords().verified();
    CheckResult unknown =
        assertVerification(judge(basic, with("mallory", "x"))).isRefusedAt("basic.password");
    long after = identity.passwords().verified();
    CheckResult wrong =
        assertVerification(judge(basic, with("alice", "x"))).isRefusedAt("basic.password");

    assertThat(after - before).isEqualTo(1);
    assertThat(unknown.actual()).isEqualTo(wrong.actual());
    assertThat(unknown.expected()).isEqualTo(wrong.expected());
    assertThat(unknown.refusal()).isEqualTo(wrong.refusal());
  }

  @Test
  void aFormerPasswordOfWhichAFastHashIsLeftIsRefusedAtTheStoredFormCheck() {
    assertVerification(judge(basic, with("alice", FORMER_PASSWORD)))
        .isRefusedAt("basic.stored-form");
    assertVerification(judge(basic, with("bob", FORMER_PASSWORD))).isRefusedAt("basic.password");
  }

  @Test
  void withFastHashesTheFormerPasswordIsTaken() {
    assertVerification(judge(basic, with("alice", FORMER_PASSWORD), "fast-password-hash"))
        .proves("alice");
  }

  @Test
  void aFormerPasswordNeitherCountsAsAFailureNorBeginsTheCountAgain() {
    fail("alice", "10.0.0.1", 10);
    judge(basic, with("alice", FORMER_PASSWORD));

    assertVerification(judge(basic, with("alice", "wrong"))).isRefusedAt("basic.password");
    assertVerification(judge(basic, with("alice", FORMER_PASSWORD)))
        .isRefusedAt("attempts.account");
  }

  @Test
  void thePasswordOfANewInstallationIsRefusedAtTheDefaultPasswordCheck() {
    assertVerification(judge(basic, with("admin", "admin"))).isRefusedAt("basic.default-password");
    assertVerification(judge(basic, with("alice", "admin"))).isRefusedAt("basic.password");
  }

  @Test
  void withADefaultAccountItIsTaken() {
    assertVerification(judge(basic, with("admin", "admin"), "default-account")).proves("admin");
  }

  @Test
  void withoutAHashForUnknownPeopleTheyAreRefusedAtThePersonCheckInTheSameWords() {
    long before = identity.passwords().verified();
    CheckResult unknown = failure(with("mallory", "x"), "skip-hash-for-unknown");
    long after = identity.passwords().verified();
    CheckResult wrong = failure(with("alice", "x"), "skip-hash-for-unknown");

    assertThat(after).isEqualTo(before);
    assertThat(unknown.id()).isEqualTo("basic.person");
    assertThat(wrong.id()).isEqualTo(unknown.id());
    assertThat(unknown.actual()).isEqualTo(wrong.actual());
    assertThat(unknown.expected()).isEqualTo(wrong.expected().replace("alice", "mallory"));
  }

  @Test
  void withVerboseErrorsOnlyAKnownPersonReachesThePersonCheckAndAHashIsComputedAllTheSame() {
    long before = identity.passwords().verified();

    assertThat(failure(with("alice", "x"), "verbose-errors").id()).isEqualTo("basic.person");
    assertThat(failure(with("mallory", "x"), "verbose-errors").id()).isEqualTo("basic.password");
    assertThat(identity.passwords().verified() - before).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"skip-hash-for-unknown", "verbose-errors"})
  void aWrongPasswordCountsAndARightOneIsTakenWhereItIsComparedLater(String weakness) {
    fail("alice", "10.0.0.1", 10);
    Arrival right = with("alice", DemoIdentity.secret("alice", "password"));

    assertVerification(judge(basic, right, weakness)).proves("alice");
    fail("alice", "10.0.0.1", 10);
    judge(basic, with("alice", "x"), weakness);
    assertVerification(judge(basic, right, weakness)).isRefusedAt("attempts.account");
  }

  @Test
  void aRightPasswordCostsOneHash() {
    long before = identity.passwords().verified();
    judge(basic, with("alice", DemoIdentity.secret("alice", "password")));

    assertThat(identity.passwords().verified() - before).isEqualTo(1);
  }

  @Test
  void afterTooManyFailuresEvenTheRightPasswordHasToWait() {
    fail("alice", "10.0.0.1", 11);

    CheckResult failure =
        assertVerification(judge(basic, with("alice", DemoIdentity.secret("alice", "password"))))
            .isRefusedAt("attempts.account");

    assertThat(failure.refusal()).isEqualTo(Refusal.later(429, Duration.ofSeconds(1)));
  }

  @Test
  void afterTheWaitTheRightPasswordIsTakenAndTheCountBeginsAgain() {
    fail("alice", "10.0.0.1", 11);
    DemoIdentity.clock().advance(Duration.ofSeconds(1));

    assertVerification(judge(basic, with("alice", DemoIdentity.secret("alice", "password"))))
        .proves("alice");
    assertThat(identity.attempts().takeForAccount("alice")).isZero();
  }

  @Test
  void anotherPersonIsNotHeldUp() {
    fail("alice", "10.0.0.1", 11);

    assertVerification(judge(basic, with("bob", DemoIdentity.secret("bob", "password"))))
        .proves("bob");
  }

  @Test
  void anAddressThatTriesEverybodyIsRefusedAtTheSourceCheck() {
    for (int i = 0; i < 101; i++) {
      identity.attempts().failed("person" + i, "10.0.0.1");
    }

    CheckResult failure =
        assertVerification(judge(basic, sentFrom("10.0.0.1", with("bob", "x"))))
            .isRefusedAt("attempts.source");

    assertThat(failure.refusal()).isNotNull();
    assertThat(failure.refusal().status()).isEqualTo(429);
  }

  @Test
  void withoutThrottlesGuessingGoesOn() {
    fail("alice", "127.0.0.1", 101);
    Arrival right = with("alice", DemoIdentity.secret("alice", "password"));

    assertVerification(judge(basic, right)).isRefusedAt("attempts.account");
    assertThat(judge(basic, right, "no-throttle", "no-source-throttle").principal()).isPresent();
  }

  @Test
  void theEvidenceShowsTheNameAndKeepsThePasswordSecret() {
    Verification verification = judge(basic, with("alice", "not her password"));

    assertThat(Arrivals.result(verification, "basic.well-formed").evidence())
        .contains(
            new Evidence("name", "alice", false),
            new Evidence("password", "not her password", true))
        .filteredOn(evidence -> !evidence.secret())
        .noneMatch(evidence -> evidence.value().contains("not her password"));
  }

  @Test
  void theChallengeNamesRealmAndCharset() {
    assertThat(basic.challenge(null))
        .map(Challenge::headerValue)
        .contains("Basic realm=\"Gatehouse\", charset=\"UTF-8\"");
  }

  private void fail(String account, String source, int times) {
    for (int i = 0; i < times; i++) {
      identity.attempts().failed(account, source);
    }
  }

  private CheckResult failure(Arrival arrival, String weakness) {
    return judge(basic, arrival, weakness).failure().orElseThrow();
  }

  private PasswordReading read(String credentials) {
    Arrival arrival = get("/me", "Authorization", "Basic " + credentials);
    return basic.attempt(arrival, basic.find(arrival).get(0));
  }

  private static Arrival with(String name, String password) {
    return get(
        "/me", "Authorization", "Basic " + base64(name + ":" + password, StandardCharsets.UTF_8));
  }

  private static String base64(String text, Charset charset) {
    return Base64.getEncoder().encodeToString(text.getBytes(charset));
  }
}
