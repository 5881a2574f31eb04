package dev.gatehouse.desktop.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.credential.MtlsCredential;
import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.credential.WebauthnCredential;
import dev.gatehouse.desktop.exchange.ClientCertificate;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HopExplainerTest {
  @Test
  void aCertificateOfTheHandshakeIsNamedThoughNoHeaderTellsOfIt() throws Exception {
    try (OwnServer own = OwnServer.start();
        OkHttpWire wire = new OkHttpWire(WireOptions.standard())) {
      Draft plain = new Draft("GET", own.base() + "/health", List.of(), new byte[0]);
      Draft showing = plain.showing(ClientCertificate.selfSigned("alice"));

      assertThat(noteOf(wire, plain)).isEqualTo("no credential");
      assertThat(noteOf(wire, showing)).isEqualTo("certificate CN=alice");
    }
  }

  @Test
  void aCertificateIsNamedThoughAnotherProgramHasShownIt() throws Exception {
    MtlsCredential mtls = new MtlsCredential();
    try (OwnServer own = OwnServer.start(ServerOptions.onAnyPort().withHttps())) {
      Map<String, String> alices = mtls.valuesFor(own.server().people().get(0));
      Draft call = new Draft("GET", own.base() + "/me", List.of(), new byte[0]);
      ExchangeRecord record = Objects.requireNonNull(own.send(mtls, alices, call).last().record());

      assertThat(new HopExplainer(List.of()).explain(record).request().note())
          .startsWith("certificate CN=alice");
    }
  }

  @Test
  void whatSomebodyLogsInWithIsNamed() throws Exception {
    SessionCredential session = new SessionCredential();
    WebauthnCredential passkey = new WebauthnCredential();
    try (OwnServer own = OwnServer.start()) {
      DemoPerson alice = own.server().people().get(0);
      Draft call = new Draft("GET", own.base() + "/me", List.of(), new byte[0]);
      Hop byPassword = own.send(session, session.valuesFor(alice), call).hops().get(0);
      Hop byPasskey = own.send(passkey, passkey.valuesFor(alice), call).hops().get(1);

      assertThat(noteOf(byPassword)).isEqualTo("password, username");
      assertThat(noteOf(byPasskey)).contains("signature").contains("clientDataJSON");
    }
  }

  private static String noteOf(Hop hop) {
    return new HopExplainer(List.of()).explain(hop, 0).request().note();
  }

  @Test
  void aTokenThatTravelsCanBeRead() {
    String token = part("{\"alg\":\"none\"}") + "." + part("{\"sub\":\"alice\"}") + ".";
    Draft call =
        new Draft(
            "GET",
            "https://elsewhere.example/",
            List.of(new Header("Authorization", "Bearer " + token)),
            new byte[0]);
    byte[] nothing = new byte[0];
    Hop hop =
        new Hop(
            "the call",
            Instant.EPOCH,
            call,
            nothing,
            200,
            "OK",
            List.of(new Header("Content-Type", "application/json")),
            ("{\"id_token\":\"" + token + "\",\"code\":\"a.b.c\"}")
                .getBytes(StandardCharsets.UTF_8),
            nothing,
            Duration.ZERO,
            null,
            null);
    ExplainedHop explained = new HopExplainer(List.of()).explain(hop, 0);

    assertThat(explained.request().detail().lines())
        .filteredOn(line -> line.label().equals("Token: payload"))
        .singleElement()
        .satisfies(line -> assertThat(line.value()).contains("\"sub\" : \"alice\""));
    assertThat(explained.answer().detail().lines())
        .extracting(Detail.Line::label)
        .contains("ID token: header", "ID token: payload")
        .doesNotContain("Code: header");
    assertThat(explained.outOfSight()).contains("out of sight");
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String noteOf(OkHttpWire wire, Draft draft) throws InterruptedException {
    return new HopExplainer(List.of()).explain(wire.send("the call", draft), 0).request().note();
  }
}
