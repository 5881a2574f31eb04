package dev.gatehouse.desktop.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.workbench.Workbench.State;
import dev.gatehouse.server.ServerOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server is started and stopped as often as somebody likes, and whoever asks is told. */
final class WorkbenchLifeTest {
  private final Workbench workbench = new Workbench(ServerOptions.onAnyPort().withHttps());

  @BeforeEach
  void start() {
    workbench.start();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private Draft health() {
    String url = workbench.base().orElseThrow().resolve("/health").toString();
    return new Draft("GET", url, List.of(), new byte[0]);
  }

  @Test
  void whatIsDoneToTheServerIsTold() {
    List<State> states = new ArrayList<>();
    workbench.listen(states::add);
    workbench.stop();
    workbench.stop();
    assertThat(workbench.server()).isEmpty();
    assertThat(workbench.base()).isEmpty();
    workbench.start();
    workbench.start();
    assertThat(states)
        .containsExactly(State.STOPPING, State.STOPPED, State.STARTING, State.RUNNING);
    assertThat(workbench.state()).isEqualTo(State.RUNNING);
  }

  @Test
  void theWireTrustsTheServerAlsoAfterItWasStartedAgain() throws Exception {
    Wire wire = workbench.wire();
    Draft before = health();
    assertThat(wire.send("test", before).status()).isEqualTo(200);
    workbench.stop();
    assertThat(wire.send("test", before).error()).contains("Nothing answers");
    workbench.start();
    assertThat(wire.send("test", health()).status()).isEqualTo(200);
  }

  @Test
  void otherProgramsFindTheServerAgainWhereItWas() {
    URI before = workbench.base().orElseThrow();

    workbench.stop();
    workbench.start();

    assertThat(workbench.base()).contains(before);
  }

  @Test
  void ifItsPortWasTakenMeanwhileItStartsOnAnother() throws Exception {
    int port = workbench.server().orElseThrow().http().getPort();

    workbench.stop();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      workbench.start();

      assertThat(taken.isBound()).isTrue();
      assertThat(workbench.server().orElseThrow().http().getPort()).isNotEqualTo(port);
    }
  }
}
