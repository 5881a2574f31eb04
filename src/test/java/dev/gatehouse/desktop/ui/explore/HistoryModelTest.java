package dev.gatehouse.desktop.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.workbench.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HistoryModelTest {
  private final History history = new History();
  private final HistoryModel model = new HistoryModel(history, Runnable::run, Runnable::run);

  @Test
  void theNewestComesFirst() {
    send("/one", 200);
    send("/two", 401);

    assertThat(model.entries()).extracting(entry -> entry.target()).containsExactly("/two", "/one");
  }

  @Test
  void onlyWhatFitsTheWordsIsListedAlsoWhenMoreIsSent() {
    send("/one", 200);
    send("/two", 401);
    model.searchProperty().set("get 401");
    send("/three", 401);
    send("/four", 200);

    assertThat(model.entries())
        .extracting(entry -> entry.target())
        .containsExactly("/three", "/two");
  }

  @Test
  void whatWasSentBeforeItWasOpenedIsThere() {
    send("/one", 200);

    assertThat(new HistoryModel(history, Runnable::run, Runnable::run).entries()).hasSize(1);
  }

  private void send(String path, int status) {
    Draft call = new Draft("GET", "http://127.0.0.1" + path, List.of(), new byte[0]);
    Hop hop =
        new Hop(
            "the call",
            Instant.EPOCH,
            call,
            new byte[0],
            status,
            "",
            List.of(),
            new byte[0],
            new byte[0],
            Duration.ZERO,
            null,
            null);
    history.add("none", Map.of(), call, new Exchange(List.of(hop)));
  }
}
