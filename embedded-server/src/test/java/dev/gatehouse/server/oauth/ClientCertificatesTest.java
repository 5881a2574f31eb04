package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.identity.DemoCertificates;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.oauth.Visitor.Seen;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that proves who it is by the certificate of its connection (RFC 8705 §2.1). */
final class ClientCertificatesTest {
  private static GatehouseServer server;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort().withHttps());
    visitor = new Visitor(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private static HeldCertificate held(@Nullable String certificate, @Nullable String key) {
    try {
      return HeldCertificate.decode(
          Files.readString(Path.of(String.valueOf(certificate)))
              + Files.readString(Path.of(String.valueOf(key))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HeldCertificate ofBatch() {
    SeededClient batch = visitor.seeded("batch");
    return held(batch.certificate(), batch.certificateKey());
  }

  private static HeldCertificate ofAlice() {
    Map<String, String> alice = server.people().get(0).secrets();
    return held(alice.get("certificate"), alice.get("key"));
  }

  /** The record of a request for tokens in the name of this client. */
  private static ExchangeRecord ask(@Nullable HeldCertificate shown, String client) {
    HandshakeCertificates.Builder tls =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(server.certificateAuthority().orElseThrow());
    if (shown != null) {
      tls.heldCertificate(shown);
    }
    HandshakeCertificates handshake = tls.build();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .sslSocketFactory(handshake.sslSocketFactory(), handshake.trustManager())
            .build();
    Request request =
        new Request.Builder()
            .url(server.https().orElseThrow().resolve("/oauth/token").toString())
            .post(
                new FormBody.Builder()
                    .add("client_id", client)
                    .add("grant_type", "client_credentials")
                    .build())
            .build();
    try (Response response = http.newCall(request).execute()) {
      String id = Objects.requireNonNull(response.header("Exchange-Id"));
      return server.exchanges().find(id).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      http.connectionPool().evictAll();
      http.dispatcher().executorService().shutdown();
    }
  }

  private static String failure(ExchangeRecord record) {
    return record.authentication().failure().map(CheckResult::id).orElse("-");
  }

  @Test
  void itsCertificateProvesTheClient() {
    ExchangeRecord record = ask(ofBatch(), "batch");

    assertThat(failure(record)).isEqualTo("-");
    assertThat(record.authentication().principal().orElseThrow().id()).isEqualTo("batch");
  }

  @Test
  void withoutACertificateItProvesNothing() {
    assertThat(failure(ask(null, "batch"))).isEqualTo("client.method");
    Seen plain =
        visitor.post(
            "/oauth/token", Map.of("client_id", "batch", "grant_type", "client_credentials"));
    assertThat(plain.failure()).isEqualTo("client.method");
    assertThat(plain.error()).isEqualTo("invalid_client");
  }

  @Test
  void theCertificateOfSomebodyElseIsNotItsOwn() {
    assertThat(failure(ask(ofAlice(), "batch"))).isEqualTo("client.authentication");
  }

  @Test
  void aCertificateIsNoProofForAClientThatHasASecret() {
    assertThat(failure(ask(ofBatch(), "machine"))).isEqualTo("client.method");
  }

  @Test
  void aCertificateThatTheClientHasMadeItselfIsRefused() {
    HeldCertificate own =
        new HeldCertificate.Builder()
            .commonName("batch.example")
            .addSubjectAlternativeName("batch.example")
            .build();

    assertThat(failure(ask(own, "batch"))).isEqualTo("client.certificate-chain");
  }

  /** What the checks say of a client with this certificate, whose time may be long ago. */
  private static String judged(X509Certificate authority, X509Certificate... shown) {
    Arrival arrival =
        new Arrival("POST", "/oauth/token", List.of(), new byte[0], true, "::1", List.of(shown));
    Parameters parameters = new Parameters(Map.of("client_id", "batch"), "");
    Tickets tickets = new Tickets(Jdbi.create("jdbc:h2:mem:"), DemoIdentity.clock());
    ClientChecks checks =
        new ClientChecks(
            new ClientAssertions(tickets, Set.of(), DemoIdentity.clock()),
            new ClientCertificates(() -> authority, DemoIdentity.clock()));
    return Verification.begin(weakness -> false)
        .run(checks.list(), ClientAttempt.read(arrival, parameters, new ClientSeed().clients()))
        .concludeWithNobody()
        .failure()
        .map(CheckResult::id)
        .orElse("-");
  }

  @Test
  void aCertificateThatHasEndedIsRefused() {
    DemoCertificates certificates = new DemoCertificates(DemoIdentity.clock());
    X509Certificate shown = certificates.of("batch.example").certificate();
    assertThat(judged(certificates.authority(), shown)).isEqualTo("-");

    DemoIdentity.clock().advance(Duration.ofDays(31));

    assertThat(judged(certificates.authority(), shown)).isEqualTo("client.certificate-validity");
  }

  /** Made by OpenSSL: an authority, one below it, and by that a client's and a web site's. */
  @Test
  void theCertificateOfAWebSiteIsRefused() throws Exception {
    List<X509Certificate> all;
    try (InputStream pem =
        ClientCertificatesTest.class.getResourceAsStream(
            "/dev/gatehouse/server/authn/certificates.pem")) {
      all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(Objects.requireNonNull(pem))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
    }

    assertThat(judged(all.get(0), all.get(3), all.get(1))).isEqualTo("client.certificate-purpose");
    assertThat(judged(all.get(0), all.get(2), all.get(1))).isEqualTo("client.authentication");
  }

  @Test
  void theMetadataSaysWhereCertificatesCanBeShown() {
    JsonNode metadata = visitor.get("/.well-known/openid-configuration").json();
    String https = server.https().orElseThrow().toString();

    assertThat(metadata.path("token_endpoint_auth_methods_supported").toString())
        .contains("\"tls_client_auth\"");
    assertThat(metadata.path("tls_client_certificate_bound_access_tokens").asBoolean()).isTrue();
    assertThat(metadata.at("/mtls_endpoint_aliases/token_endpoint").asText())
        .isEqualTo(https + "/oauth/token");
    assertThat(metadata.at("/mtls_endpoint_aliases/pushed_authorization_request_endpoint").asText())
        .isEqualTo(https + "/oauth/par");
  }
}
