package dev.gatehouse.desktop.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Journal;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each flow, hop by hop, against the real authorization server. */
final class FlowsTest {
  private static final Workbench workbench = new Workbench(ServerOptions.onAnyPort().withHttps());

  @BeforeAll
  static void start() {
    workbench.start();
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  private static DemoPerson alice() {
    return workbench.server().orElseThrow().people().get(0);
  }

  private static Exchange send(String type, Map<String, String> edits, DraftReview review)
      throws CredentialException, InterruptedException {
    CredentialType credential = CredentialTypes.of(type).orElseThrow();
    Map<String, String> values = new HashMap<>(credential.valuesFor(alice(), edits));
    values.putAll(edits);
    String url = workbench.base().orElseThrow().resolve("/me").toString();
    Draft call = new Draft("GET", url, List.of(), new byte[0]);
    return workbench.send(credential, values, call, review);
  }

  private static Exchange send(String type, Map<String, String> edits) throws Exception {
    return send(type, edits, DraftReview.NONE);
  }

  /** Sends with one request changed on its way. */
  private static Exchange changed(String purpose, String from, String to) throws Exception {
    return send(
        "oauth-code",
        Map.of(),
        step -> step.purpose().equals(purpose) ? changed(step.draft(), from, to) : step.draft());
  }

  private static Draft changed(Draft draft, String from, String to) {
    String body = new String(draft.body(), StandardCharsets.UTF_8);
    return new Draft(
        draft.method(),
        draft.url().replaceAll(from, to),
        draft.headers(),
        body.replaceAll(from, to).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> purposes(Exchange exchange) {
    return exchange.hops().stream().map(Hop::purpose).toList();
  }

  private static String caller(Exchange exchange) {
    ExchangeRecord seen = Objects.requireNonNull(exchange.last().record());
    return seen.authentication().principal().orElseThrow().id();
  }

  private static Optional<String> distrusted(Exchange exchange) {
    return exchange.distrust().map(CheckResult::id);
  }

  private static Optional<String> refusal(Exchange exchange) {
    return Objects.requireNonNull(exchange.last().record()).stoppedBy();
  }

  @Test
  void aCodeIsGotInTheBrowserAndRedeemedForATokenThatOpensTheApi() throws Exception {
    Exchange exchange = send("oauth-code", Map.of());

    assertThat(purposes(exchange))
        .containsExactly(
            "find the server",
            "get its keys",
            "open the page",
            "redirect",
            "log in",
            "redirect",
            "agree",
            "return",
            "redeem the code",
            "the call");
    assertThat(exchange.last().status()).isEqualTo(200);
    assertThat(caller(exchange)).isEqualTo("alice");
  }

  @Test
  void whatTheClientChecksStandsAtTheHopThatItIsAbout() throws Exception {
    Exchange exchange = send("oauth-code", Map.of());

    List<Hop> hops = exchange.hops();
    assertThat(hops.get(0).callerChecks())
        .extracting(CheckResult::id)
        .containsExactly("client.issuer", "client.endpoints");
    assertThat(hops.get(7).callerChecks())
        .extracting(CheckResult::id)
        .containsExactly("client.state", "client.iss", "client.code");
    assertThat(hops.get(8).callerChecks())
        .extracting(CheckResult::id)
        .containsExactly(
            "client.access-token",
            "client.token-type",
            "client.scope",
            "client.id-token",
            "client.id-token-signature",
            "client.id-token-iss",
            "client.id-token-aud",
            "client.id-token-azp",
            "client.id-token-exp",
            "client.nonce",
            "client.id-token-at-hash");
    assertThat(hops)
        .allSatisfy(
            hop -> assertThat(hop.callerChecks()).allMatch(c -> c.outcome() == Outcome.PASSED));
  }

  @Test
  void eachHopSaysBetweenWhomItRuns() throws Exception {
    Exchange exchange = send("oauth-code", Map.of());

    assertThat(exchange.hops())
        .extracting(Hop::between)
        .containsExactly(
            Between.BACK,
            Between.BACK,
            Between.BROWSING,
            Between.BROWSING,
            Between.BY_HAND,
            Between.BROWSING,
            Between.BY_HAND,
            Between.RETURN,
            Between.BACK,
            Between.CALL);
  }

  @Test
  void aStateThatWasChangedOnItsWayBackIsNotOurs() throws Exception {
    Exchange exchange = changed("return", "state=[^&]*", "state=somebody-elses");

    assertThat(distrusted(exchange)).contains("client.state");
    assertThat(purposes(exchange)).last().isEqualTo("return");
  }

  @Test
  void anAnswerInAnotherServersNameIsNotBelieved() throws Exception {
    assertThat(distrusted(changed("return", "iss=[^&]*", "iss=http://attacker.example")))
        .contains("client.iss");
    assertThat(distrusted(changed("return", "&iss=[^&]*", ""))).contains("client.iss");
  }

  @Test
  void anAnswerWithoutACodeEndsIt() throws Exception {
    assertThat(distrusted(changed("agree", "decision=allow", "decision=deny")))
        .contains("client.code");
  }

  @Test
  void aNonceThatTheServerNeverSawIsNotOurs() throws Exception {
    assertThat(distrusted(changed("open the page", "nonce=[^&]*", "nonce=old")))
        .contains("client.nonce");
  }

  @Test
  void moreThanWasAskedForIsNotTaken() throws Exception {
    Exchange exchange =
        changed("open the page", "scope=[^&]*", "scope=openid+events:read+sharing:read");

    assertThat(distrusted(exchange)).contains("client.scope");
  }

  @Test
  void whoAsksWithAnotherChallengeGetsNoToken() throws Exception {
    Exchange exchange =
        changed(
            "open the page",
            "code_challenge=[^&]*",
            "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

    assertThat(refusal(exchange)).contains("token.pkce");
    assertThat(distrusted(exchange)).isEmpty();
  }

  @Test
  void aWrongPasswordEndsItAtTheServersOwnCheck() throws Exception {
    Exchange exchange = send("oauth-code", Map.of("password", "wrong"));

    assertThat(refusal(exchange)).contains("login.password");
    assertThat(distrusted(exchange)).isEmpty();
  }

  @Test
  void whoHasNoNameIsNotLoggedIn() throws Exception {
    Exchange exchange = send("oauth-code", Map.of("username", "", "password", ""));

    assertThat(purposes(exchange)).last().isEqualTo("redirect");
    assertThat(exchange.last().status()).isEqualTo(200);
  }

  @Test
  void aServerThatCallsItselfSomethingElseIsNotTheOneWeWereToldOf() throws Exception {
    String https = workbench.base().orElseThrow().toString();

    assertThat(distrusted(send("oauth-code", Map.of("issuer", https)))).contains("client.issuer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"desktop", "web", "signer"})
  void everyProgramMayPushItsRequest(String client) throws Exception {
    Exchange exchange = send("oauth-code", Map.of("client", client, "pushed", "yes"));

    assertThat(purposes(exchange)).contains("push the request");
    assertThat(exchange.last().status()).isEqualTo(200);
  }

  @Test
  void aPageOnWhichThereIsNothingToPressEndsTheVisit() throws Exception {
    Exchange exchange = changed("open the page", "/oauth/authorize.*", "/health");

    assertThat(distrusted(exchange)).contains("client.page");
    assertThat(purposes(exchange)).endsWith("open the page");
  }

  @Test
  void aTokenCanBeRenewedAtOnce() throws Exception {
    Exchange exchange = send("oauth-code", Map.of("renewed", "yes"));

    assertThat(purposes(exchange)).endsWith("redeem the code", "renew the token", "the call");
    assertThat(caller(exchange)).isEqualTo("alice");
  }

  @ParameterizedTest
  @CsvSource({"machine", "signer", "batch"})
  void aProgramCanActForItself(String client) throws Exception {
    Exchange exchange = send("oauth-client", Map.of("client", client));

    assertThat(purposes(exchange))
        .containsExactly("find the server", "ask for a token", "the call");
    assertThat(caller(exchange)).isEqualTo(client);
  }

  @Test
  void aTokenIsBoundToAKeyWithTheServersNumberInEachProof() throws Exception {
    Exchange exchange = send("oauth-code", Map.of("bound", "yes", "renewed", "yes"));

    assertThat(purposes(exchange))
        .endsWith(
            "redeem the code",
            "again, with its number",
            "renew the token",
            Granted.WITHOUT_NUMBER,
            "the call");
    assertThat(exchange.last().status()).isEqualTo(200);
    assertThat(caller(exchange)).isEqualTo("alice");
    assertThat(exchange.last().request().headers())
        .extracting(Header::name)
        .contains("Authorization", "DPoP");
  }

  @ParameterizedTest
  @CsvSource({"oauth-client, machine", "oauth-client, signer", "oauth-device, tv"})
  void everyFlowCanBindItsToken(String type, String client) throws Exception {
    Exchange exchange = send(type, Map.of("client", client, "bound", "yes"));

    assertThat(purposes(exchange)).endsWith(Granted.WITHOUT_NUMBER, "the call");
    assertThat(exchange.last().status()).isEqualTo(200);
    assertThat(exchange.hops().stream().flatMap(hop -> hop.callerChecks().stream()))
        .filteredOn(check -> check.id().equals("client.token-type"))
        .allMatch(check -> check.actual().equals("DPoP"));
  }

  @Test
  void aBearerTokenIsNotTakenForOneThatWasToBeBound() throws Exception {
    Exchange exchange =
        send(
            "oauth-client",
            Map.of("bound", "yes"),
            step ->
                new Draft(
                    step.draft().method(),
                    step.draft().url(),
                    step.draft().headers().stream()
                        .filter(header -> !header.name().equals("DPoP"))
                        .toList(),
                    step.draft().body()));

    assertThat(distrusted(exchange)).contains("client.token-type");
  }

  @Test
  void aServerThatAnybodyOnTheWayCouldPlayIsNotAsked() {
    assertThatThrownBy(() -> send("oauth-client", Map.of("issuer", "http://login.example")))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("https");
  }

  @ParameterizedTest
  @ValueSource(strings = {"oauth-code", "oauth-client", "oauth-device"})
  void forAProgramOfYoursNothingOfOursIsFilledIn(String type) {
    CredentialType credential = CredentialTypes.of(type).orElseThrow();
    Map<String, String> values =
        credential.valuesFor(alice(), Map.of("client", "another, of yours"));

    assertThat(values)
        .containsEntry("issuer", "")
        .containsEntry("clientId", "")
        .containsEntry("clientSecret", "");
    assertThat(values.getOrDefault("password", "")).isEmpty();
  }

  @Test
  void aDeviceIsConnectedByItsCode() throws Exception {
    Exchange exchange = send("oauth-device", Map.of());

    assertThat(purposes(exchange))
        .startsWith("find the server", "ask for codes", "open the page", "enter the code")
        .endsWith("is it done?", "the call");
    assertThat(caller(exchange)).isEqualTo("alice");
  }

  @Test
  void aTokenIsExchangedForOneOfTheServicesOwn() throws Exception {
    Exchange exchange = send("oauth-exchange", Map.of());

    assertThat(caller(exchange)).isEqualTo("alice");
    assertThat(purposes(exchange)).containsExactly("find the server", "exchange it", "the call");
  }

  @Test
  void aWeaknessOfTheClientTakesItsCheckAwayHereToo() throws Exception {
    workbench.server().orElseThrow().weaknesses().set("client-ignores-state", true);
    try {
      Exchange exchange = send("oauth-code", Map.of());

      assertThat(exchange.hops().stream().flatMap(hop -> hop.callerChecks().stream()))
          .filteredOn(check -> check.outcome() == Outcome.SKIPPED)
          .map(CheckResult::id)
          .containsExactly("client.state");
    } finally {
      workbench.server().orElseThrow().weaknesses().clear();
    }
  }

  @Test
  void thePersonsOwnBrowserComesBackToAnAddressOfThisMachine() throws Exception {
    Draft call =
        new Draft(
            "GET",
            workbench.base().orElseThrow().resolve("/me").toString(),
            List.of(),
            new byte[0]);
    BuiltInBrowser another = new BuiltInBrowser("alice", alice().secret("password").orElseThrow());
    SystemBrowser own =
        new SystemBrowser(
            url -> {
              Thread window = new Thread(() -> visit(another, url));
              window.setDaemon(true);
              window.start();
            });
    ClientSettings settings =
        new ClientSettings(alice().clients().issuer(), "desktop", "", "events:read");
    Journal journal = new Journal(workbench.wire(), DraftReview.NONE);

    String token =
        new CodeFlow(settings, "http://127.0.0.1/callback", false, false, own)
            .granted(journal, Clock.systemUTC())
            .accessToken();

    assertThat(journal.hops())
        .extracting(Hop::purpose)
        .containsExactly("find the server", "return", "redeem the code");
    Hop hop =
        workbench.wire().send("the call", call.withHeader("Authorization", "Bearer " + token));
    assertThat(hop.status()).isEqualTo(200);
  }

  /** What a browser does of which the program sees nothing. */
  private static void visit(BuiltInBrowser browser, String url) {
    String uri = Parameters.ofQuery(url).getOrDefault("redirect_uri", "");
    try {
      String back = browser.visit(url, Redirection.elsewhere(uri), workbench.wire());
      workbench.wire().send("return", new Draft("GET", back, List.of(), new byte[0]));
    } catch (FlowException | InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }
}
