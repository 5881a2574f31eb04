package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with its cookies, or a client without any, at a running server. */
final class Visitor {
  /** RFC 7636 appendix B. */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  static final String WEB_CALLBACK = "https://web.example/callback";
  static final String DESKTOP_CALLBACK = "http://127.0.0.1:51234/callback";

  private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]*)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final GatehouseServer server;

  Visitor(GatehouseServer server) {
    this.server = server;
  }

  /** An answer and the server's record of it. */
  record Seen(int status, HttpHeaders headers, String body, ExchangeRecord exchange) {
    /** The check that failed; a dash if none did. */
    String failure() {
      return exchange.authentication().failure().map(CheckResult::id).orElse("-");
    }

    JsonNode json() {
      try {
        return JsonMapper.builder().build().readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + body, e);
      }
    }

    String error() {
      return json().path("error").asText();
    }

    String text(String member) {
      return json().path(member).asText();
    }

    String location() {
      return headers.firstValue("Location").orElseThrow(() -> new AssertionError(body));
    }

    /** What is sent back to the client through the browser. */
    Map<String, String> sentBack() {
      return Arrays.stream(location().split("[?#]", 2)[1].split("&"))
          .map(pair -> pair.split("=", 2))
          .collect(
              Collectors.toMap(
                  pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    String request() {
      Matcher field = REQUEST.matcher(body);
      if (!field.find()) {
        throw new AssertionError("no field request in " + body);
      }
      return field.group(1);
    }
  }

  Seen get(String target, String... headers) {
    return send(request(target, headers).GET());
  }

  Seen post(String path, Map<String, String> form, String... headers) {
    return postText(path, encoded(form), headers);
  }

  Seen postText(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Seen putJson(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A right request for authorization, with these parameters set, or taken out if empty. */
  static Map<String, String> authorization(String... changes) {
    return with(
        new LinkedHashMap<>(
            Map.of(
                "client_id", "web",
                "redirect_uri", WEB_CALLBACK,
                "response_type", "code",
                "scope", "openid events:read",
                "state", "s t&te",
                "nonce", "n-0S6",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256")),
        changes);
  }

  static Map<String, String> with(Map<String, String> form, String... changes) {
    Map<String, String> changed = new LinkedHashMap<>(form);
    for (int i = 0; i < changes.length; i += 2) {
      changed.put(changes[i], changes[i + 1]);
    }
    changed.values().removeIf(String::isEmpty);
    return changed;
  }

  Seen authorize(String... changes) {
    return get("/oauth/authorize?" + encoded(authorization(changes)));
  }

  /** Goes on to where the browser is sent, on this server. */
  Seen follow(Seen seen) {
    Seen next = seen;
    while (next.status() == 303 && next.location().startsWith("/")) {
      next = get(next.location());
    }
    return next;
  }

  Seen logIn(Seen loginPage, String person) {
    return post(
        "/oauth/login",
        Map.of("request", loginPage.request(), "username", person, "password", password(person)));
  }

  /** Asks, logs in as Alice if need be, and decides. */
  Seen decide(String decision, String... changes) {
    Seen page = follow(authorize(changes));
    if (page.body().contains("action=\"/oauth/login\"")) {
      page = follow(logIn(page, "alice"));
    }
    return post("/oauth/consent", Map.of("request", page.request(), "decision", decision));
  }

  String code(String... changes) {
    return decide("allow", changes).sentBack().get("code");
  }

  /** Redeems a code of the web client, with these parameters set, or taken out if empty. */
  Seen redeem(String code, String... changes) {
    return post(
        "/oauth/token",
        with(
            Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", WEB_CALLBACK,
                "code_verifier", VERIFIER),
            changes),
        basic("web"));
  }

  Seen refresh(String token, String... changes) {
    return post(
        "/oauth/token",
        with(Map.of("grant_type", "refresh_token", "refresh_token", token), changes),
        basic("web"));
  }

  String basic(String client) {
    return basic(client, secret(client));
  }

  static String basic(String client, String secret) {
    byte[] both = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(both);
  }

  String secret(String client) {
    return String.valueOf(seeded(client).secret());
  }

  SeededClient seeded(String client) {
    return server.clients().stream()
        .filter(one -> one.client().id().equals(client))
        .findFirst()
        .orElseThrow();
  }

  String password(String person) {
    return server.people().stream()
        .filter(one -> one.id().equals(person))
        .map(one -> one.secrets().get("password"))
        .findFirst()
        .orElseThrow();
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpRequest.Builder request(String target, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.http().toString() + target));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining("; ")));
    }
    for (String header : headers) {
      String[] parts = header.split(": ", 2);
      request.header(parts[0], parts[1]);
    }
    return request;
  }

  private Seen send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      for (String cookie : response.headers().allValues("Set-Cookie")) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
      String id = response.headers().firstValue("Exchange-Id").orElseThrow();
      return new Seen(
          response.statusCode(),
          response.headers(),
          response.body(),
          server.exchanges().find(id).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
