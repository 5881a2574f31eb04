package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.MovableClock;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.oauth.Browsers.Login;
import dev.gatehouse.server.oauth.CodeGrant.Code;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused because its time is over, and what no client here is careless enough to try. */
final class LifetimesTest {
  private static final Client CARELESS =
      new Client(
          "careless",
          "Careless",
          Set.of(ClientMethod.NONE),
          null,
          null,
          null,
          List.of("https://careless.example/"),
          Set.of(GrantTypes.CLIENT_CREDENTIALS, GrantTypes.EXCHANGE),
          Set.of("events:read"));

  private final MovableClock clock = DemoIdentity.clock();
  private final Tickets tickets =
      new Tickets(Jdbi.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"), clock);
  private final Authorizations authorizations =
      new Authorizations(tickets, DemoIdentity.identity());
  private final Clients clients = new ClientSeed().clients();

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
    clients.put(CARELESS);
  }

  private TokenRequest request(String client, Map<String, String> values) {
    Arrival arrival =
        new Arrival("POST", "/oauth/token", List.of(), new byte[0], false, "127.0.0.1");
    Parameters parameters = new Parameters(values, "");
    return new TokenRequest(
        arrival,
        parameters,
        new ClientAttempt(
            client,
            null,
            null,
            List.of(),
            List.of(ClientMethod.NONE),
            "",
            new Lookup<>(() -> clients.find(client))));
  }

  private static <A> String failure(Grant<A> grant, TokenRequest request) {
    return Verification.begin(weakness -> false)
        .run(grant.checks(), grant.attempt(request))
        .concludeWithNobody(grant.type())
        .failure()
        .map(CheckResult::id)
        .orElse("-");
  }

  private static Granted granted(String client) {
    return new Granted("an-id", client, "alice", Set.of("events:read"), 0L, null, true);
  }

  @Test
  void aCodeThatIsTooOldIsRefused() {
    String code =
        tickets.issue(
            CodeGrant.CODES,
            new Code(granted("desktop"), Visitor.DESKTOP_CALLBACK, Visitor.CHALLENGE, null));
    TokenRequest request =
        request(
            "desktop",
            Map.of(
                "code",
                code,
                "redirect_uri",
                Visitor.DESKTOP_CALLBACK,
                "code_verifier",
                Visitor.VERIFIER));
    CodeGrant grant = new CodeGrant(tickets, authorizations);
    clock.advance(CodeGrant.CODES.lifetime());

    assertThat(failure(grant, request)).isEqualTo("token.code-expiry");
    clock.restart();
    assertThat(failure(grant, request)).isEqualTo("-");
  }

  @Test
  void aRefreshTokenThatIsTooOldIsRefused() {
    String token = tickets.issue(Authorizations.REFRESH_TOKENS, granted("desktop"));
    clock.advance(Authorizations.LIFETIME);

    assertThat(
            failure(
                new RefreshGrant(tickets, authorizations),
                request("desktop", Map.of("refresh_token", token))))
        .isEqualTo("token.refresh-expiry");
  }

  @Test
  void aDeviceThatWaitsTooLongIsRefused() {
    String code = new DeviceCodes(tickets).begin("tv", Set.of("events:read")).deviceCode();
    TokenRequest request = request("tv", Map.of("device_code", code));
    DeviceGrant grant = new DeviceGrant(tickets, clock);

    assertThat(failure(grant, request("desktop", Map.of("device_code", code))))
        .isEqualTo("token.device-client");
    clock.advance(DeviceCodes.DEVICES.lifetime());
    assertThat(failure(grant, request)).isEqualTo("token.device-expiry");
  }

  @Test
  void aDeviceThatHasWaitedIsAnswered() {
    DeviceCodes devices = new DeviceCodes(tickets);
    DeviceCodes.Codes codes = devices.begin("tv", Set.of("events:read"));
    TokenRequest request = request("tv", Map.of("device_code", codes.deviceCode()));
    DeviceGrant grant = new DeviceGrant(tickets, clock);
    assertThat(failure(grant, request)).isEqualTo("token.device-allowed");
    assertThat(failure(grant, request)).isEqualTo("token.device-pace");

    clock.advance(Duration.ofSeconds(DeviceCodes.INTERVAL + 5));
    devices.decide(
        devices.showing(codes.userCode()).orElseThrow().digest(),
        true,
        "alice",
        new Login("alice", 0, Set.of("pwd")));

    assertThat(failure(grant, request)).isEqualTo("-");
    clock.advance(Duration.ofMinutes(1));
    assertThat(failure(grant, request)).isEqualTo("token.device-unused");
  }

  @Test
  void whoCannotProveWhoTheyAreGetsNothingInTheirOwnName() {
    assertThat(failure(new ClientCredentialsGrant(), request("careless", Map.of())))
        .isEqualTo("token.client-confidential");
  }

  @Test
  void whoCannotProveWhoTheyAreExchangesNothing() {
    KnownTokens none =
        new KnownTokens(
            TokenIssuer.create("http://localhost", clock),
            DemoIdentity.identity(),
            tickets,
            authorizations,
            clock);

    assertThat(
            failure(
                new ExchangeGrant(none),
                request("careless", Map.of("subject_token_type", ExchangeGrant.ACCESS_TOKEN))))
        .isEqualTo("token.exchange-confidential");
  }

  @Test
  void aClientThatIsNotRegisteredForCodesGetsNone() {
    Parameters sent =
        new Parameters(
            Visitor.authorization(
                "client_id", "careless", "redirect_uri", "https://careless.example/"),
            "");
    Lookup<Client> client = new Lookup<>(() -> Optional.of(CARELESS));
    Lookup<Ticket<PushedRequest>> nothing = new Lookup<>(Optional::empty);
    AuthorizeAttempt attempt =
        new AuthorizeAttempt(
            request("careless", Map.of()).arrival(), sent, client, nothing, Optional.empty());
    AuthorizeChecks checks = new AuthorizeChecks(tickets);

    assertThat(
            Verification.begin(weakness -> false)
                .run(checks.whereTo(), attempt)
                .run(checks.what(), attempt)
                .concludeWithNobody("oauth-authorize")
                .failure()
                .orElseThrow()
                .id())
        .isEqualTo("authorize.grant");
  }
}
