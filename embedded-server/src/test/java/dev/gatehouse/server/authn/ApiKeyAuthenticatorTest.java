package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.Arrivals.outcome;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.IdentityExamples;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeyAuthenticatorTest {
  private final Identity identity = DemoIdentity.identity();
  private final ApiKeyAuthenticator apiKey =
      new ApiKeyAuthenticator(identity, DemoIdentity.clock());
  private final String alices = DemoIdentity.secret("alice", "apiKey");

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  @Test
  void aKeyInACookieIsRefusedAtTheLocationCheckWhateverIsWeak() {
    Arrival arrival = get("/me", "Cookie", "gatehouse-api-key=" + alices);

    assertVerification(judge(apiKey, arrival)).isRefusedAt("api-key.location");
    assertVerification(judge(apiKey, arrival, "api-key-in-query")).isRefusedAt("api-key.location");
  }

  @Test
  void aKeyInItsHeaderProvesThePerson() {
    assertVerification(judge(apiKey, get("/me", "x-api-key", alices))).proves("alice");
  }

  @Test
  void aKeyInTheQueryIsRefusedAtTheLocationCheck() {
    assertVerification(judge(apiKey, get("/me?api_key=" + alices))).isRefusedAt("api-key.location");
  }

  @Test
  void aKeyInTheQueryIsTakenByAServerWithThatWeakness() {
    Verification verification = judge(apiKey, get("/me?api_key=" + alices), "api-key-in-query");

    assertVerification(verification).proves("alice");
    assertThat(outcome(verification, "api-key.location")).isEqualTo(Outcome.SKIPPED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "gh_key_",
        "gh_key_a_",
        "gh_tok_abc_def",
        "gh_key_a_b c",
        "gh_key_a_b' OR 1=1"
      })
  void whatIsNotWrittenAsAKeyIsRefusedAtTheWellFormedCheck(String key) {
    assertVerification(judge(apiKey, get("/me", "X-API-Key", key)))
        .isRefusedAt("api-key.well-formed");
  }

  @Test
  void aKeyWithAnotherSecretIsRefusedAtTheKnownCheck() {
    assertVerification(judge(apiKey, get("/me", "X-API-Key", alices + "x")))
        .isRefusedAt("api-key.known");
  }

  @Test
  void aTokenDressedUpAsAKeyIsRefusedAtTheKnownCheck() {
    String dressedUp = DemoIdentity.secret("alice", "opaqueToken").replace("gh_tok_", "gh_key_");

    assertVerification(judge(apiKey, get("/me", "X-API-Key", dressedUp)))
        .isRefusedAt("api-key.known");
  }

  @Test
  void aKeyThatIsNothingButANumberIsRefusedAtTheKnownCheck() {
    Arrival arrival = get("/me", "X-API-Key", DemoIdentity.secret("alice", "oldApiKey"));

    assertVerification(judge(apiKey, arrival)).isRefusedAt("api-key.known");
  }

  @Test
  void aKeyThatIsNothingButANumberIsTakenByAServerWithThatWeakness() {
    Arrival arrival = get("/me", "X-API-Key", DemoIdentity.secret("alice", "oldApiKey"));

    assertVerification(judge(apiKey, arrival, "sequential-api-keys")).proves("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gh_key_legacy_000042", "gh_key_legacy_44", "gh_key_000044_x"})
  void aNumberThatWasGivenToNobodyIsRefusedAtTheKnownCheckWhateverIsWeak(String key) {
    assertVerification(judge(apiKey, get("/me", "X-API-Key", key), "sequential-api-keys"))
        .isRefusedAt("api-key.known");
  }

  @Test
  void aKeyThatWasTakenBackIsRefusedAtTheActiveCheck() {
    identity.revokeCredential(identity.apiKey(alices).orElseThrow().id());

    assertVerification(judge(apiKey, get("/me", "X-API-Key", alices)))
        .isRefusedAt("api-key.active");
  }

  @Test
  void aKeyThatWasTakenBackIsTakenByAServerWithThatWeakness() {
    identity.revokeCredential(identity.apiKey(alices).orElseThrow().id());

    assertVerification(judge(apiKey, get("/me", "X-API-Key", alices), "ignore-revocation"))
        .proves("alice");
  }

  @Test
  void anExpiredKeyIsRefusedAtTheExpiryCheck() {
    String shortLived = IdentityExamples.apiKey("bob", Duration.ofHours(1));
    Arrival arrival = get("/me", "X-API-Key", shortLived);
    assertVerification(judge(apiKey, arrival)).proves("bob");

    DemoIdentity.clock().advance(Duration.ofHours(1));

    assertVerification(judge(apiKey, arrival)).isRefusedAt("api-key.expiry");
  }

  @Test
  void theKeyIsSecretEvidence() {
    Verification verification = judge(apiKey, get("/me", "X-API-Key", alices));

    assertThat(Arrivals.result(verification, "api-key.well-formed").evidence())
        .containsExactly(new Evidence("API key", alices, true));
  }

  @Test
  void theChallengeNamesTheHeader() {
    assertThat(apiKey.challenge(null))
        .map(Challenge::headerValue)
        .contains("ApiKey realm=\"Gatehouse\", header=\"X-API-Key\"");
  }
}
