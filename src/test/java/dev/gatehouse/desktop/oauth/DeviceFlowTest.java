package dev.gatehouse.desktop.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device asks no faster than it may (RFC 8628 §3.5). */
final class DeviceFlowTest {
  private static final String METADATA =
      "{'issuer':'https://as.example','token_endpoint':'https://as.example/token',"
          + "'device_authorization_endpoint':'https://as.example/device'}";
  private static final String CODES =
      "{'device_code':'d','user_code':'U','verification_uri':'https://as.example/enter',"
          + "'expires_in':600,'interval':2}";

  private final List<Duration> waited = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();

  private String connect(String... answers) throws FlowException, InterruptedException {
    Iterator<String> next = List.of(answers).iterator();
    Wire wire = (purpose, draft) -> answer(purpose, draft, next.next());
    return new DeviceFlow(
            new ClientSettings("https://as.example", "tv", "", ""),
            new SystemBrowser(opened::add),
            waited::add)
        .granted(wire, Clock.systemUTC())
        .accessToken();
  }

  private static Hop answer(String purpose, Draft draft, String json) {
    byte[] none = new byte[0];
    return new Hop(
        purpose,
        Instant.EPOCH,
        draft,
        none,
        json.contains("'error'") ? 400 : 200,
        "",
        List.of(new Header("Content-Type", "application/json")),
        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
        none,
        Duration.ZERO,
        null,
        null);
  }

  @Test
  void itWaitsBetweenTwoQuestionsAndLongerWhenToldTo() throws Exception {
    String token =
        connect(
            METADATA,
            CODES,
            "{'error':'authorization_pending'}",
            "{'error':'slow_down'}",
            "{'access_token':'t','token_type':'Bearer'}");

    assertThat(token).isEqualTo("t");
    assertThat(opened).containsExactly("https://as.example/enter");
    assertThat(waited)
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(7));
  }

  @Test
  void whoSaysNoEndsIt() {
    assertThatThrownBy(() -> connect(METADATA, CODES, "{'error':'access_denied'}"))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("access_denied");
  }
}
