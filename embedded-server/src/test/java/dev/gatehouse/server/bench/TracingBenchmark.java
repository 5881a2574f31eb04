package dev.gatehouse.server.bench;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What tracing costs: requests per second of {@code GET /me} with an RS256 token on the whole
 * server, against the same web server that does nothing but verify the same token with java-jwt.
 * Both run in this process and are called in turn, so that a noisy machine is noisy for both.
 * Prints the ratio of the medians.
 *
 * <p>It is no part of the tests, for what it finds depends on the machine. To run it, at the
 * repository's root: {@code mvn -q -pl embedded-server test -Dtest=TracingBenchmark
 * -Dtest.excluded=none}
 */
@Tag("benchmark")
final class TracingBenchmark {
  private static final int CONNECTIONS = 4;
  private static final int WARM = 50_000;
  private static final int ROUNDS = 9;
  private static final long ROUND_NANOS = 2_000_000_000L;

  /** Takes about a minute. */
  @Test
  void tracedAndBare() throws Exception {
    try (GatehouseServer traced = GatehouseServer.start(ServerOptions.onAnyPort())) {
      String token = traced.people().get(0).secrets().get("jwt");
      String answer = get(traced.http().resolve("/me"), token);
      Server bare = bareServer(traced.http(), token, answer);
      try {
        int tracedPort = traced.http().getPort();
        int barePort = ((ServerConnector) bare.getConnectors()[0]).getLocalPort();
        warmUp(tracedPort, token);
        warmUp(barePort, token);
        List<Double> tracedRates = new ArrayList<>();
        List<Double> bareRates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          tracedRates.add(requestsPerSecond(tracedPort, token));
          bareRates.add(requestsPerSecond(barePort, token));
        }
        double tracedMedian = median(tracedRates);
        double bareMedian = median(bareRates);
        System.out.printf(
            Locale.ROOT,
            "GET /me, RS256: traced %.0f/s, java-jwt alone %.0f/s, ratio %.2f (aim: 0.70 or better)%n",
            tracedMedian,
            bareMedian,
            tracedMedian / bareMedian);
      } finally {
        bare.stop();
      }
    }
  }

  /** The baseline: the same Jetty, one java-jwt verification, the same answer. */
  private static Server bareServer(URI tracedServer, String token, String answer) throws Exception {
    JWTVerifier verifier = verifier(tracedServer, token);
    QueuedThreadPool threads = new QueuedThreadPool(32, 4);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost(ServerOptions.LOOPBACK);
    server.addConnector(connector);
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
            try {
              verifier.verify(header.substring("Bearer ".length()));
              response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
              response.write(true, ByteBuffer.wrap(body), callback);
            } catch (JWTVerificationException refused) {
              Response.writeError(request, response, callback, 401);
            }
            return true;
          }
        });
    server.start();
    return server;
  }

  private static JWTVerifier verifier(URI server, String token) throws Exception {
    String kid = JWT.decode(token).getKeyId();
    ObjectMapper json = new ObjectMapper();
    for (JsonNode key :
        json.readTree(get(server.resolve("/.well-known/jwks.json"), null)).path("keys")) {
      if (key.path("kid").asText().equals(kid)) {
        RSAPublicKeySpec spec = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
        RSAPublicKey publicKey = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        return JWT.require(Algorithm.RSA256(publicKey, null)).withAudience("calendar-api").build();
      }
    }
    throw new IllegalStateException("the server does not publish the key " + kid);
  }

  private static BigInteger number(JsonNode key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
  }

  /** Until all that matters has been compiled; on a busy machine that takes longer. */
  private static void warmUp(int port, String token) throws Exception {
    double requests = 0;
    while (requests < WARM) {
      requests += requestsPerSecond(port, token) * ROUND_NANOS / 1e9;
    }
  }

  private static double requestsPerSecond(int port, String token) throws Exception {
    long end = System.nanoTime() + ROUND_NANOS;
    List<KeepAliveClient> clients = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      KeepAliveClient client = new KeepAliveClient(port, token, end);
      clients.add(client);
      client.start();
    }
    long requests = 0;
    for (KeepAliveClient client : clients) {
      client.join();
      requests += client.answered();
    }
    return requests * 1e9 / ROUND_NANOS;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static String get(URI uri, @Nullable String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(uri + " answered " + response.statusCode());
    }
    return response.body();
  }
}
