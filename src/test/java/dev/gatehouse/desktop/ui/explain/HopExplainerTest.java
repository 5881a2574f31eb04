package dev.gatehouse.desktop.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.exchange.ClientCertificate;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.desktop.workbench.OwnServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class HopExplainerTest {
  @Test
  void aCertificateOfTheHandshakeIsNamedThoughNoHeaderTellsOfIt() throws Exception {
    try (OwnServer own = OwnServer.start();
        OkHttpWire wire = new OkHttpWire(WireOptions.standard())) {
      Draft plain = new Draft("GET", own.base() + "/health", List.of(), new byte[0]);
      Draft showing = plain.showing(ClientCertificate.selfSigned("alice"));

      assertThat(noteOf(wire, plain)).isEqualTo("no credential");
      assertThat(noteOf(wire, showing)).isEqualTo("certificate of CN=alice, in the handshake");
    }
  }

  private static String noteOf(OkHttpWire wire, Draft draft) throws InterruptedException {
    return new HopExplainer(List.of()).explain(wire.send("the call", draft), 0).request().note();
  }
}
