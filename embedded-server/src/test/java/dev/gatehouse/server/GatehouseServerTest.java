package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping a server, and what it says of itself. */
final class GatehouseServerTest {
  private static int statusOf(URI uri, GatehouseServer server, String apiKey) throws IOException {
    return statusOf(uri, server, "X-API-Key", apiKey);
  }

  private static int statusOf(URI uri, GatehouseServer server, String header, String value)
      throws IOException {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(server.certificateAuthority().orElseThrow())
            .build();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
            .build();
    Request request = new Request.Builder().url(uri.toString()).header(header, value).build();
    try (Response response = client.newCall(request).execute()) {
      return response.code();
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private static String apiKeyOfAlice(GatehouseServer server) {
    return String.valueOf(server.people().get(0).secrets().get("apiKey"));
  }

  @Test
  void overHttpsItsCertificateIsGoodForWhoTrustsItsAuthority() throws IOException {
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort().withHttps())) {
      URI me = server.https().orElseThrow().resolve("/me");

      assertThat(statusOf(me, server, apiKeyOfAlice(server))).isEqualTo(200);
    }
  }

  @Test
  void aTakenPortIsSaidInPlainWords() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      ServerOptions options =
          new ServerOptions("127.0.0.1", taken.getLocalPort(), null, null, Set.of());

      assertThatThrownBy(() -> GatehouseServer.start(options))
          .isInstanceOf(ServerStartException.class)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("--port");
    }
  }

  @Test
  void anUnknownWeaknessIsAnsweredWithTheNearestNames() {
    ServerOptions options = ServerOptions.onAnyPort().weakenedBy("acept-alg-non");

    assertThatThrownBy(() -> GatehouseServer.start(options))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("accept-alg-none");
  }

  @Test
  void aWeakenedServerDoesNotOpenToOtherMachines() {
    ServerOptions options = new ServerOptions("0.0.0.0", 0, null, null, Set.of("accept-alg-none"));

    assertThatThrownBy(() -> GatehouseServer.start(options))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("--i-know-this-is-vulnerable");
  }

  @Test
  void aServerThatOthersCanReachCannotBeWeakenedLater() {
    ServerOptions options = new ServerOptions("0.0.0.0", 0, null, null, Set.of());
    try (GatehouseServer server = GatehouseServer.start(options)) {
      assertThatThrownBy(() -> server.weaknesses().set("accept-alg-none", true))
          .isInstanceOf(IllegalStateException.class);
      assertThat(server.weaknesses().on()).isEmpty();
    }
  }

  @Test
  void whoeverSaysThatTheyKnowMayOpenAWeakenedServerToOthers() {
    ServerOptions options =
        new ServerOptions(
            "0.0.0.0", 0, null, null, Set.of("accept-alg-none"), List.of(), "calendar-api", true);
    try (GatehouseServer server = GatehouseServer.start(options)) {
      assertThat(server.weaknesses().on()).containsExactly("accept-alg-none");
    }
  }

  @Test
  void everyWeaknessIsListedOnceWithWhatItRemoves() {
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort())) {
      assertThat(server.catalogue().weaknesses())
          .extracting(Catalogue.Switch::name)
          .doesNotHaveDuplicates()
          .contains("accept-alg-none", "no-ownership-check", "any-host", "no-csrf-check");
      assertThat(server.catalogue().weaknesses())
          .allSatisfy(weakness -> assertThat(weakness.line().split("\t")).hasSize(3))
          // Those of a client are listed only where there is one beside the server.
          .noneMatch(weakness -> weakness.removes().startsWith("client."));
    }
  }

  @Test
  void aWeaknessFromTheStartIsBackAfterAReset() {
    ServerOptions options = ServerOptions.onAnyPort().weakenedBy("ignore-scope");
    try (GatehouseServer server = GatehouseServer.start(options)) {
      server.weaknesses().clear();

      server.reset();

      assertThat(server.weaknesses().on()).containsExactly("ignore-scope");
    }
  }

  @Test
  void aKeptDatabaseKeepsItsPeopleAndTheirCalendars(@TempDir Path folder) throws IOException {
    ServerOptions kept =
        new ServerOptions("127.0.0.1", 0, 0, "jdbc:h2:" + folder.resolve("data"), Set.of());
    String apiKey;
    try (GatehouseServer first = GatehouseServer.start(kept)) {
      apiKey = apiKeyOfAlice(first);
    }

    try (GatehouseServer second = GatehouseServer.start(kept)) {
      assertThat(second.people()).extracting(DemoPerson::id).contains("alice", "admin");
      assertThat(second.people().get(0).secrets())
          .containsOnlyKeys(
              "jwt", "oldJwt", "dpop.token", "dpop.jwk", "certificate", "key", "mtls.token");
      URI calendar = second.https().orElseThrow().resolve("/calendars/alice-work");
      assertThat(statusOf(calendar, second, apiKey)).isEqualTo(200);
    }
  }

  @Test
  void aKeptDatabaseKeepsPasswordsThatNobodyHasUsedYet(@TempDir Path folder) throws IOException {
    ServerOptions kept =
        new ServerOptions("127.0.0.1", 0, 0, "jdbc:h2:" + folder.resolve("data"), Set.of());
    String password;
    try (GatehouseServer first = GatehouseServer.start(kept)) {
      password = String.valueOf(first.people().get(0).secrets().get("password"));
    }

    try (GatehouseServer second = GatehouseServer.start(kept)) {
      URI me = second.https().orElseThrow().resolve("/me");
      String basic = Credentials.basic("alice", password);
      assertThat(statusOf(me, second, "Authorization", basic)).isEqualTo(200);
    }
  }

  @Test
  void aDatabaseThatCannotBeOpenedIsSaidInPlainWords() {
    ServerOptions options = new ServerOptions("127.0.0.1", 0, null, "jdbc:nothing:here", Set.of());

    assertThatThrownBy(() -> GatehouseServer.start(options))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("jdbc:nothing:here");
  }

  @Test
  void thePasswordOfADatabaseThatCannotBeOpenedIsNotSaid() {
    for (String url :
        List.of(
            "jdbc:nothing://ada:s3cret@localhost/db?password=s3cret",
            "jdbc:h2:tcp://localhost:1/db;PASSWORD=s3cret")) {
      ServerOptions options = new ServerOptions("127.0.0.1", 0, null, url, Set.of());

      assertThatThrownBy(() -> GatehouseServer.start(options))
          .isInstanceOf(ServerStartException.class)
          .hasMessageContaining("localhost")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void aStoppedServerLeavesItsPortToOthers() throws IOException {
    GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort());
    int port = server.http().getPort();

    server.close();

    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(other.isBound()).isTrue();
    }
  }

  @Test
  void theReadyLineCarriesEverythingACallerNeeds() throws IOException {
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort())) {
      String line = ReadyLine.of(server);
      JsonNode ready = JsonMapper.builder().build().readTree(line);

      assertThat(line).doesNotContain("\n");
      assertThat(ready.path("ready").asBoolean()).isTrue();
      assertThat(ready.path("http").asText()).isEqualTo(server.http().toString());
      assertThat(ready.path("https").isNull()).isTrue();
      for (String person : Set.of("alice", "bob", "carol", "dave", "admin")) {
        assertThat(ready.path("credentials").path(person).properties())
            .extracting(Map.Entry::getKey)
            .contains("password", "apiKey", "opaqueToken", "jwt", "hmac");
        assertThat(ready.at("/credentials/" + person + "/hmac").properties())
            .extracting(Map.Entry::getKey)
            .contains("accessKey", "secretKey", "region", "service");
      }
      assertThat(ready.at("/credentials/clients").isArray()).isTrue();
    }
  }
}
