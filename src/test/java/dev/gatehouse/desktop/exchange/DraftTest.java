package dev.gatehouse.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as people write them, also those that java.net.URI refuses. */
final class DraftTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8085/me, /me, 127.0.0.1:8085",
    "http://127.0.0.1/events?from={now}|`^`, /events?from={now}|`^`, 127.0.0.1",
    "HTTPS://me@[::1]:8443?a=b#part, /?a=b, [::1]:8443",
    "http://my host/, /, my host",
    "/just/a/path, /just/a/path, ''",
  })
  void pathAndAuthorityAreCutOutOfWhatWasWritten(String url, String target, String authority) {
    Draft draft = new Draft("GET", url, List.of(), new byte[0]);

    assertThat(draft.target()).isEqualTo(target);
    assertThat(draft.authority()).isEqualTo(authority);
  }
}
