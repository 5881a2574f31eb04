package dev.gatehouse.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.tls.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the copied command, curl is let in just as the window was, over HTTPS, by our authority. */
final class CurlAgainstServerTest {
  private static final GatehouseServer server =
      GatehouseServer.start(ServerOptions.onAnyPort().withHttps());

  @TempDir private Path folder;

  @BeforeAll
  static void needsCurl() {
    boolean both =
        Stream.of("curl", "bash")
            .allMatch(
                program ->
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(path -> Path.of(path, program).toFile().canExecute()));
    assumeTrue(both, "there is no curl here");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private ExchangeRecord run(String type, String method, String path, String body)
      throws Exception {
    return run(type, Map.of(), method, path, body);
  }

  private ExchangeRecord run(
      String type, Map<String, String> chosen, String method, String path, String body)
      throws Exception {
    Path authority = folder.resolve("our authority.pem");
    Files.writeString(
        authority, Certificates.certificatePem(server.certificateAuthority().orElseThrow()));
    CredentialType credential = CredentialTypes.of(type).orElseThrow();
    DemoPerson alice = server.people().get(0);
    Draft call =
        new Draft(
            method,
            server.https().orElseThrow().resolve(path).toString(),
            body.isEmpty() ? List.of() : List.of(new Header("Content-Type", "application/json")),
            body.getBytes(StandardCharsets.UTF_8));
    String command =
        new CurlCommand(authority.toString())
            .write(credential, credential.valuesFor(alice, chosen), call);
    Process curl =
        new ProcessBuilder("bash", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertThat(curl.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(curl.exitValue()).as(command).isZero();
    List<ExchangeRecord> records = server.exchanges().after(null, 1_000);
    return records.get(records.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "basic",
        "digest",
        "api-key",
        "opaque-token",
        "jwt",
        "session",
        "hmac",
        "presigned",
        "http-signature"
      })
  void theOwnerOfTheCredentialIsLetIn(String type) throws Exception {
    ExchangeRecord record = run(type, "GET", "/me", "");
    assertThat(record.authentication().type()).isEqualTo(type);
    assertThat(record.response().status()).isEqualTo(200);
  }

  @Test
  void aSignedCallChangesSomething() throws Exception {
    for (String type : List.of("hmac", "http-signature")) {
      ExchangeRecord record = run(type, "PATCH", "/calendars/alice-work", "{\"name\":\"Ours\"}");
      assertThat(record.authentication().type()).isEqualTo(type);
      assertThat(record.response().status()).isBetween(200, 204);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa-pss-sha512", "ecdsa-p256-sha256", "ed25519"})
  void aSignatureByAKeyPairIsCopiedAsItIs(String algorithm) throws Exception {
    ExchangeRecord record = run("http-signature", Map.of("algorithm", algorithm), "GET", "/me", "");
    assertThat(record.response().status()).isEqualTo(200);
  }

  @Test
  void aSecondFactorSharesACalendar() throws Exception {
    ExchangeRecord record =
        run("totp", "PUT", "/calendars/alice-work/sharing/dave", "{\"access\":\"reader\"}");
    assertThat(record.request().method()).isEqualTo("PUT");
    assertThat(record.response().status()).isEqualTo(200);
  }

  @Test
  void aSessionChangesSomethingWithItsSecondSecret() throws Exception {
    ExchangeRecord record = run("session", "PATCH", "/calendars/alice-work", "{\"name\":\"Ours\"}");
    assertThat(record.request().method()).isEqualTo("PATCH");
    assertThat(record.response().status()).isBetween(200, 204);
  }
}
