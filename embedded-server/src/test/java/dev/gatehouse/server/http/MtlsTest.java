package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Certificates in real handshakes. */
final class MtlsTest {
  private static GatehouseServer server;
  private static Caller caller;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort().withHttps());
    caller = new Caller(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HeldCertificate own(String person) {
    try {
      String certificate = Files.readString(Path.of(caller.secret(person, "certificate")));
      return HeldCertificate.decode(
          certificate + Files.readString(Path.of(caller.secret(person, "key"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record of a GET /me over a connection with this certificate. */
  private static ExchangeRecord call(@Nullable HeldCertificate shown, String... headers) {
    HandshakeCertificates.Builder tls =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(server.certificateAuthority().orElseThrow());
    if (shown != null) {
      tls.heldCertificate(shown);
    }
    HandshakeCertificates handshake = tls.build();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .sslSocketFactory(handshake.sslSocketFactory(), handshake.trustManager())
            .build();
    Request.Builder request =
        new Request.Builder().url(server.https().orElseThrow().resolve("/me").toString());
    for (int i = 0; i < headers.length; i += 2) {
      request.addHeader(headers[i], headers[i + 1]);
    }
    try (Response response = client.newCall(request.build()).execute()) {
      String id = Objects.requireNonNull(response.header("Exchange-Id"));
      return server.exchanges().find(id).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      client.connectionPool().evictAll();
    }
  }

  private static void isRefusedAt(String check, ExchangeRecord exchange) {
    assertThat(exchange.authentication().failure()).map(CheckResult::id).contains(check);
  }

  private static void proves(String person, String type, ExchangeRecord exchange) {
    assertThat(exchange.authentication().failure()).isEmpty();
    assertThat(exchange.authentication().type()).isEqualTo(type);
    assertThat(exchange.authentication().principal()).map(Principal::id).contains(person);
  }

  @Test
  void theOwnerOfACertificateIsLetIn() {
    proves("alice", "mtls", call(own("alice")));
  }

  @Test
  void aCertificateThatNobodyTrustsGetsAsFarAsTheCheck() {
    HeldCertificate mine = new HeldCertificate.Builder().commonName("alice").build();

    isRefusedAt("mtls.chain", call(mine));
  }

  @Test
  void whoShowsNoneIsServedAllTheSame() {
    isRefusedAt("credentials.present", call(null));
    proves("bob", "jwt", call(null, "Authorization", caller.jwt("bob").substring(15)));
  }

  @Test
  void aTokenOnAConnectionWithACertificateIsOneCredential() {
    proves("bob", "jwt", call(own("alice"), "Authorization", caller.jwt("bob").substring(15)));
    isRefusedAt("credentials.known", call(own("alice"), "Authorization", "Made-Up x"));
  }

  @Test
  void aTokenThatIsBoundToACertificateIsGoodOnItsConnectionAlone() {
    String token = "Bearer " + caller.secret("alice", "mtls.token");

    proves("alice", "jwt", call(own("alice"), "Authorization", token));
    isRefusedAt("jwt.cnf", call(own("dave"), "Authorization", token));
    isRefusedAt("jwt.cnf", call(null, "Authorization", token));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void onlyTheirOwnerCanReadTheFilesAndTheyAreGoneInTheEnd() throws IOException {
    Path key;
    try (GatehouseServer other = GatehouseServer.start(ServerOptions.onAnyPort().withHttps())) {
      key = Path.of(new Caller(other).secret("carol", "key"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(Objects.requireNonNull(key.getParent()))))
          .isEqualTo("rwx------");
    }

    assertThat(key.getParent()).doesNotExist();
  }
}
