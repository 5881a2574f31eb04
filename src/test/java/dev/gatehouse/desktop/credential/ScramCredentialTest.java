package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.scram.ScramText;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** Both sides prove themselves: the client to a real server, and servers of all sorts to it. */
final class ScramCredentialTest {
  // RFC 7677 §3 and RFC 7804 §5.
  private static final Map<String, String> PENCIL =
      Map.of("username", "user", "password", "pencil");
  private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";
  private static final String SERVER_FIRST =
      "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
  private static final String SIGNATURE = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

  private static final Workbench workbench = new Workbench(ServerOptions.onAnyPort());

  private final ScramCredential type = new ScramCredential();

  @BeforeAll
  static void start() {
    workbench.start();
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  private static Hop answered(Draft request, int status, String header, String value) {
    byte[] none = new byte[0];
    return new Hop(
        "",
        Instant.EPOCH,
        request,
        none,
        status,
        "",
        value.isEmpty() ? List.of() : List.of(new Header(header, value)),
        none,
        none,
        Duration.ZERO,
        null,
        null);
  }

  private static Draft call() {
    return new Draft("GET", "http://server.example/resource", List.of(), new byte[0]);
  }

  /** A server that says this first, and that in the end. */
  private static Wire server(List<Hop> hops, String first, int status, String last) {
    return (purpose, draft) -> {
      Hop hop =
          hops.isEmpty()
              ? answered(
                  draft,
                  401,
                  "WWW-Authenticate",
                  "SCRAM-SHA-256 sid=AAAABBBBCCCCDDDD, data=" + ScramText.data(first))
              : answered(
                  draft,
                  status,
                  "Authentication-Info",
                  last.isEmpty() ? "" : "sid=AAAABBBBCCCCDDDD, data=" + ScramText.data(last));
      hops.add(hop);
      return hop;
    };
  }

  private Exchange with(String first, int status, String last) throws Exception {
    List<Hop> hops = new ArrayList<>();
    Wire wire = server(hops, first, status, last);
    try {
      wire.send("the call", ScramCredential.present(PENCIL, call(), wire, NONCE));
    } catch (CredentialException stopped) {
      assertThat(hops).hasSize(1);
    }
    return new Exchange(hops, type.examine(PENCIL, hops));
  }

  private static Optional<String> distrusted(Exchange exchange) {
    return exchange.distrust().map(CheckResult::id);
  }

  private static Exchange sendAsAlice(String password) throws Exception {
    ScramCredential scram = new ScramCredential();
    DemoPerson alice = workbench.server().orElseThrow().people().get(0);
    Map<String, String> values = new HashMap<>(scram.valuesFor(alice));
    if (!password.isEmpty()) {
      values.put("password", password);
    }
    String url = workbench.base().orElseThrow().resolve("/me").toString();
    return workbench.send(scram, values, new Draft("GET", url, List.of(), new byte[0]));
  }

  private static Optional<String> refusal(Hop hop) {
    return Objects.requireNonNull(hop.record()).authentication().failure().map(CheckResult::id);
  }

  @Test
  void thePublishedExchangeIsCarriedOn() throws Exception {
    Exchange exchange = with(SERVER_FIRST, 200, SIGNATURE);

    assertThat(exchange.hops())
        .extracting(hop -> hop.request().headers().get(0).value())
        .containsExactly(
            "SCRAM-SHA-256 data=" + ScramText.data("n,,n=user,r=" + NONCE),
            "SCRAM-SHA-256 sid=AAAABBBBCCCCDDDD, data="
                + ScramText.data(
                    "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                        + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="));
    assertThat(exchange.callerChecks())
        .hasSize(3)
        .allMatch(check -> check.outcome() == Outcome.PASSED);
  }

  @Test
  void aRealServerIsConvincedAndConvinces() throws Exception {
    Exchange exchange = sendAsAlice("");

    assertThat(exchange.hops()).extracting(Hop::status).containsExactly(401, 200);
    assertThat(refusal(exchange.hops().get(0))).contains("scram.proof-sent");
    assertThat(exchange.callerChecks())
        .extracting(CheckResult::id)
        .containsExactly("scram.client-nonce", "scram.iterations", "scram.server-signature");
    assertThat(exchange.distrust()).isEmpty();
  }

  @Test
  void aServerThatRefusesTheCallerNeedNotProveItself() throws Exception {
    Exchange exchange = sendAsAlice("wrong");

    assertThat(refusal(exchange.last())).contains("scram.proof");
    assertThat(exchange.callerChecks()).hasSize(2);
    assertThat(exchange.distrust()).isEmpty();
  }

  @Test
  void aServerThatLetsInWithoutAProofIsNotTrusted() throws Exception {
    assertThat(distrusted(with(SERVER_FIRST, 200, ""))).contains("scram.server-signature");
  }

  @ParameterizedTest
  @CsvSource({
    "200,v=AAriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
    "403,v=AAriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
    "200,e=other-error"
  })
  void aServerWithAnotherSignatureIsNotTrusted(int status, String last) throws Exception {
    assertThat(distrusted(with(SERVER_FIRST, status, last))).contains("scram.server-signature");
  }

  @ParameterizedTest
  @CsvSource({"4095", "10000001", "999999999"})
  void aServerThatAsksForTooFewOrTooManyRoundsGetsNoProof(String iterations) throws Exception {
    Exchange exchange = with(SERVER_FIRST.replace("4096", iterations), 200, SIGNATURE);

    assertThat(exchange.hops()).hasSize(1);
    assertThat(distrusted(exchange)).contains("scram.iterations");
  }

  @Test
  void aServerWhoseNumberDoesNotBeginWithOursGetsNoProof() throws Exception {
    Exchange exchange = with(SERVER_FIRST.replace("r=r", "r=R"), 200, SIGNATURE);

    assertThat(exchange.hops()).hasSize(1);
    assertThat(distrusted(exchange)).contains("scram.client-nonce");
  }

  @Test
  void aServerThatAddsNoNumberOfItsOwnGetsNoProof() throws Exception {
    String echoed = SERVER_FIRST.replaceFirst("r=[^,]*", "r=" + NONCE);

    assertThat(distrusted(with(echoed, 200, SIGNATURE))).contains("scram.client-nonce");
  }

  @Test
  void aServerThatKnowsNoScramIsNotJudged() {
    List<Hop> hops = new ArrayList<>();
    Wire basicAlone =
        (purpose, draft) -> {
          hops.add(answered(draft, 401, "WWW-Authenticate", "Basic realm=\"x\""));
          return hops.get(0);
        };

    assertThatExceptionOfType(CredentialException.class)
        .isThrownBy(() -> type.present(PENCIL, call(), basicAlone))
        .withMessageContaining("nothing to prove");
    assertThat(type.examine(PENCIL, hops)).isEmpty();
  }

  @Test
  void anEmptyPasswordIsSaidBeforeAnythingIsSent() {
    assertThatExceptionOfType(CredentialException.class)
        .isThrownBy(
            () ->
                type.present(
                    Map.of("username", "user", "password", ""),
                    call(),
                    (purpose, draft) -> {
                      throw new AssertionError("sent");
                    }))
        .withMessageContaining("password");
  }
}
