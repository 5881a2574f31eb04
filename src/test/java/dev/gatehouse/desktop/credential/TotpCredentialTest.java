package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A password and a code, each in a request of its own, and what a real server makes of them. */
final class TotpCredentialTest {
  private static final GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort());
  private static final OkHttpWire wire = new OkHttpWire(WireOptions.standard());

  private final TotpCredential totp = new TotpCredential();
  private final DemoPerson alice = server.people().get(0);
  private final List<Hop> hops = new ArrayList<>();

  @BeforeEach
  void forget() {
    server.reset();
  }

  @AfterAll
  static void close() {
    wire.close();
    server.close();
  }

  private Draft presented(Map<String, String> edits) throws Exception {
    Map<String, String> values = new LinkedHashMap<>(totp.valuesFor(alice));
    values.putAll(edits);
    Draft share =
        new Draft(
            "PUT",
            server.http() + "/calendars/alice-work/sharing/dave",
            List.of(new Header("Content-Type", "application/json")),
            "{\"access\":\"reader\"}".getBytes(StandardCharsets.UTF_8));
    return totp.present(values, share, this::send);
  }

  private Hop send(String purpose, Draft draft) throws InterruptedException {
    Hop hop = wire.send(purpose, draft);
    hops.add(hop);
    return hop;
  }

  private ExchangeRecord record(Hop hop) {
    return server.exchanges().find(hop.header("Exchange-Id").orElseThrow()).orElseThrow();
  }

  @Test
  void aPasswordAndThenACodeOpenWhatTakesBoth() throws Exception {
    Draft call = presented(Map.of());

    assertThat(send("the call", call).status()).isEqualTo(200);
    assertThat(hops)
        .extracting(hop -> record(hop).authentication().type())
        .containsExactlyElementsOf(totp.plan().stream().map(Leg::judgedAs).toList());
  }

  @Test
  void aCodeThatIsWrittenIsSentAsItIs() {
    assertThatThrownBy(() -> presented(Map.of("totp", "12345")))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("400");
    assertThat(record(hops.get(1)).authentication().failure())
        .map(CheckResult::id)
        .contains("totp.well-formed");
  }

  @Test
  void aWrongPasswordEndsItBeforeTheCode() {
    assertThatThrownBy(() -> presented(Map.of("password", "wrong")))
        .isInstanceOf(CredentialException.class);
    assertThat(hops).hasSize(1);
  }

  @Test
  void aSecretThatIsNoBase32IsToldInWordsBeforeAnythingIsSent() {
    assertThatThrownBy(() -> presented(Map.of("totpSecret", "0189")))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("Base32");
    assertThat(hops).isEmpty();
  }

  /** The secret and the time of RFC 6238, appendix B; the last six of its eight digits. */
  @Test
  void theCodeIsThatOfTheMomentAndGoodForTheRestOfTheHalfMinute() {
    Passing passing =
        totp.passing(
                Map.of("totpSecret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), Instant.ofEpochSecond(59))
            .orElseThrow();

    assertThat(passing.values()).containsEntry("totp", "287082");
    assertThat(passing.left()).isEqualTo(Duration.ofSeconds(1));
  }
}
