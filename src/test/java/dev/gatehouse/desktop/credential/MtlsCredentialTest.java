package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.CheckResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Certificates shown in real handshakes, genuine and not. */
final class MtlsCredentialTest {
  private static OwnServer own;
  private static DemoPerson alice;
  private static DemoPerson bob;

  private final MtlsCredential mtls = new MtlsCredential();

  @BeforeAll
  static void start() {
    own = OwnServer.start(ServerOptions.onAnyPort().withHttps());
    alice = own.server().people().get(0);
    bob = own.server().people().get(1);
  }

  @AfterAll
  static void close() {
    own.close();
  }

  private Hop sent(URI base, Map<String, String> changes) throws Exception {
    Map<String, String> values = new LinkedHashMap<>(mtls.valuesFor(alice));
    values.putAll(changes);
    Draft call = new Draft("GET", base + "/me", List.of(), new byte[0]);
    return own.send(mtls, values, call).last();
  }

  private String refusal(Map<String, String> changes) throws Exception {
    return Objects.requireNonNull(sent(own.base(), changes).record())
        .authentication()
        .failure()
        .map(CheckResult::id)
        .orElse("-");
  }

  @Test
  void theOwnCertificateIsLetInAndTheNextRequestIsAnothersOrNobodys() throws Exception {
    assertThat(refusal(Map.of())).isEqualTo("-");
    assertThat(refusal(Map.of("shown", "none"))).isEqualTo("credentials.present");
    Hop asBob =
        sent(
            own.base(),
            Map.of(
                "certificate", bob.secret("certificate").orElseThrow(),
                "key", bob.secret("key").orElseThrow()));
    assertThat(new String(asBob.body(), StandardCharsets.UTF_8)).contains("bob");
  }

  @Test
  void aSelfSignedOneIsRefusedAtTheChainCheck() throws Exception {
    assertThat(refusal(Map.of("shown", "self-signed"))).isEqualTo("mtls.chain");
  }

  @Test
  void aBoundTokenIsGoodWithItsOwnCertificateAlone() throws Exception {
    String token = alice.secret("mtls.token").orElseThrow();

    assertThat(refusal(Map.of("token", token))).isEqualTo("-");
    assertThat(refusal(Map.of("token", token, "shown", "self-signed"))).isEqualTo("jwt.cnf");
    assertThat(refusal(Map.of("token", token, "shown", "none"))).isEqualTo("jwt.cnf");
  }

  @Test
  void whatCannotBeShownIsSaid() {
    assertThatThrownBy(() -> sent(own.server().http(), Map.of()))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("https");
    assertThatThrownBy(() -> refusal(Map.of("certificate", "")))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("no file of a certificate");
    assertThatThrownBy(() -> refusal(Map.of("certificate", "/nowhere/at.all")))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> refusal(Map.of("key", alice.secret("certificate").orElseThrow())))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("not a certificate and its private key");
  }
}
