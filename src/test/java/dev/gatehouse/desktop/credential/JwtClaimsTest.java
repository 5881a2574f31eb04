package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in a token is explained name by name. */
final class JwtClaimsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final JwtClaims claims = new JwtClaims(ZoneOffset.UTC);

  private JwtClaim only(String header, String payload) {
    List<JwtClaim> explained = claims.explain(header, payload, NOW);
    assertThat(explained).hasSize(1);
    return explained.get(0);
  }

  @Test
  void aTimeIsToldAsADateAndFromNow() {
    JwtClaim exp = only("{}", "{\"exp\":" + (NOW.getEpochSecond() - 300) + "}");
    assertThat(exp.means()).isEqualTo("Thu 1 Jan 2026, 11:55:00, 5 minutes ago");
    assertThat(exp.source()).isEqualTo("RFC 7519 §4.1.4");
    assertThat(exp.text()).endsWith(".");
  }

  @Test
  void aTimeBeyondAnyCalendarDoesNoHarm() {
    assertThat(only("{}", "{\"exp\":1e300}").means()).isEqualTo("beyond any calendar");
    assertThat(only("{}", "{\"exp\":-1e17}").means()).isEqualTo("beyond any calendar");
    assertThat(only("{}", "{\"exp\":\"soon\"}").means()).isEqualTo("not a number, so not a time");
  }

  @Test
  void anAlgorithmIsToldInWords() {
    assertThat(only("{\"alg\":\"HS256\"}", "{}").means()).contains("HMAC with SHA-256");
    assertThat(only("{\"alg\":\"none\"}", "").means()).contains("no signature at all");
    assertThat(only("{\"alg\":\"NONE\"}", "").means()).isEqualTo("no algorithm known to us");
  }

  @Test
  void aNameOfSomebodysOwnIsSaidToBeThat() {
    JwtClaim own = only("{}", "{\"flavour\":[1]}");
    assertThat(own.text()).contains("somebody's own");
    assertThat(own.value()).isEqualTo("[1]");
    assertThat(own.source()).isEmpty();
  }

  @Test
  void namesStandInTheOrderOfTheToken() {
    assertThat(
            claims.explain(
                "{\"typ\":\"JWT\",\"alg\":\"ES256\"}", "{\"sub\":\"a\",\"aud\":\"b\"}", NOW))
        .extracting(JwtClaim::name)
        .containsExactly("typ", "alg", "sub", "aud");
  }

  @Test
  void whatIsNotAnObjectHasNoNames() {
    assertThat(claims.explain("not json", "[1,2]", NOW)).isEmpty();
  }

  @Test
  void timesAreToldInTheUnitThatPeopleWouldUse() {
    assertThat(HumanTime.relative(NOW, NOW)).isEqualTo("now");
    assertThat(HumanTime.relative(NOW.plusSeconds(1), NOW)).isEqualTo("in 1 second");
    assertThat(HumanTime.relative(NOW.plusSeconds(119), NOW)).isEqualTo("in 119 seconds");
    assertThat(HumanTime.relative(NOW.minusSeconds(7200), NOW)).isEqualTo("2 hours ago");
    assertThat(HumanTime.relative(NOW.minusSeconds(3 * 86_400), NOW)).isEqualTo("3 days ago");
    assertThat(HumanTime.relative(NOW.plusSeconds(3L * 365 * 86_400), NOW)).isEqualTo("in 3 years");
  }
}
