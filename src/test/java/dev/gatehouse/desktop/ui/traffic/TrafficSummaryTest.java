package dev.gatehouse.desktop.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.ui.explain.Records;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrafficSummaryTest {
  @Test
  void aRequestOfAnotherProgramIsToldFromThoseOfTheWindow() {
    assertThat(TrafficSummary.of(from("Gatehouse/0.1.0")).program()).isEqualTo("this window");
    assertThat(TrafficSummary.of(from("curl/8.5.0")).program()).isEqualTo("curl 8.5.0");
    assertThat(TrafficSummary.of(from("Mozilla/5.0 (X11; Linux)")).program())
        .isEqualTo("Mozilla 5.0");
  }

  @Test
  void aProgramThatDoesNotSayWhatItIsHasNoName() {
    assertThat(TrafficSummary.of(Records.accepted()).program()).isEmpty();
  }

  private static ExchangeRecord from(String agent) {
    ExchangeRecord exchange = Records.accepted();
    return new ExchangeRecord(
        exchange.id(),
        exchange.at(),
        exchange.micros(),
        new ExchangeRecord.RequestLine(
            "GET", "/me", "HTTP/1.1", List.of(new Header("User-Agent", agent))),
        exchange.authentication(),
        exchange.authorization(),
        exchange.response());
  }
}
