package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.encrypted;
import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.post;
import static dev.gatehouse.server.authn.Arrivals.sentFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Verification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request got here, and which page is to read the answer. */
final class TransportChecksTest {
  private static final String NONE = "-";

  private static String refusedAt(Arrival arrival, String... weaknesses) {
    return Verification.begin(weakness -> Set.of(weaknesses).contains(weakness.name()))
        .run(new TransportChecks(OwnHosts.of("0.0.0.0")).list(), arrival)
        .concludeWithNobody()
        .failure()
        .map(CheckResult::id)
        .orElse(NONE);
  }

  private static Arrival calling(String host, String from) {
    return new Arrival("GET", "/me", List.of(new Header("Host", host)), new byte[0], false, from);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8085, 127.0.0.1",
    "localhost, 127.0.0.1",
    "LOCALHOST:8085, [0:0:0:0:0:0:0:1]",
    "[::1]:8085, ::1"
  })
  void plainHttpThatStaysOnThisMachineIsTaken(String host, String from) {
    assertThat(refusedAt(calling(host, from))).isEqualTo(NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8085, 192.0.2.7",
    "localhost, 2001:db8::1",
    "localhost, [2001:db8:0:0:0:0:0:1]",
    "calendar.localhost:8085, 127.0.0.1",
    "localhost, calendar.example"
  })
  void plainHttpThatCameOverANetworkIsRefusedAtTheEncryptedCheck(String host, String from) {
    assertThat(refusedAt(calling(host, from))).isEqualTo("transport.encrypted");
    assertThat(refusedAt(calling(host, from), "cleartext-transport")).isEqualTo(NONE);
  }

  @Test
  void whatIsEncryptedMayComeFromAnywhere() {
    assertThat(refusedAt(encrypted(calling("calendar.localhost", "192.0.2.7")))).isEqualTo(NONE);
    assertThat(refusedAt(encrypted(sentFrom("2001:db8::1", get("/me"))))).isEqualTo(NONE);
  }

  @Test
  void aMachineThatCallsItselfByAnAddressOfItsNetworkStaysOnItself() {
    assertThat(OwnHosts.staysHere(calling("192.0.2.1:8085", "192.0.2.1"))).isTrue();
    assertThat(OwnHosts.staysHere(calling("[2001:db8::1]:8085", "[2001:db8:0:0:0:0:0:1]")))
        .isTrue();
    assertThat(OwnHosts.staysHere(calling("192.0.2.1:8085", "192.0.2.7"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://attacker.example",
        "http://127.0.0.1:8000",
        "https://127.0.0.1:8085",
        "null"
      })
  void aPageOfAnotherOriginIsRefusedAtTheOriginCheck(String origin) {
    assertThat(refusedAt(get("/me", "Origin", origin))).isEqualTo("transport.origin");
    assertThat(refusedAt(get("/me", "Origin", origin), "reflect-origin")).isEqualTo(NONE);
  }

  @Test
  void aPageOfThisServerMayRead() {
    assertThat(refusedAt(get("/me", "Origin", "http://" + Arrivals.HOST))).isEqualTo(NONE);
  }

  @Test
  void aLinkFromAnotherSiteMayBeFollowed() {
    assertThat(refusedAt(get("/", "Sec-Fetch-Site", "cross-site"))).isEqualTo(NONE);
  }

  @Test
  void writingIsForOtherChecks() {
    assertThat(refusedAt(post("/logout", "", "Origin", "https://attacker.example")))
        .isEqualTo(NONE);
  }
}
