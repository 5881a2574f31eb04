package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Principal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is sent: an answer comes, it is no mistake of the server, and nobody is let in by it.
 */
final class RandomRequestsTest {
  private static GatehouseServer server;
  private static Caller caller;

  @BeforeContainer
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    caller = new Caller(server);
  }

  @AfterContainer
  static void stop() {
    server.close();
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void anyRequestIsAnsweredAndProvesNobody(@ForAll("requests") String request) {
    Answer answer = caller.raw(request);

    assertThat(answer.status()).as(request + "\n" + answer).isBetween(200, 505);
    assertThat(answer.status()).isNotIn(500, 502, 504);
    ExchangeRecord exchange = caller.record(answer);
    Optional<Principal> principal = exchange.authentication().principal();
    assertThat(principal).isEmpty();
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void anyBodyByAProvedCallerIsAnswered(
      @ForAll("calls") String call, @ForAll("bodies") String body, @ForAll("types") String type) {
    String[] parts = call.split(" ", 2);

    Answer answer =
        caller.send(parts[0], parts[1], body, "Content-Type: " + type, caller.opaque("alice"));

    assertThat(answer.status()).as(call + "\n" + body + "\n" + answer).isBetween(200, 499);
    // A new passkey has checks of its own, after those of the caller.
    assertThat(caller.record(answer).authentication().checks())
        .filteredOn(check -> !check.id().startsWith("passkey."))
        .noneMatch(check -> check.outcome() == Outcome.FAILED);
    if (parts[0].equals("DELETE") && answer.status() == 204) {
      // The next one is to find what is gone now.
      server.reset();
    }
  }

  @Provide
  Arbitrary<String> requests() {
    return Combinators.combine(methods(), paths(), headers(), bodies())
        .as(
            (method, path, headers, body) ->
                method
                    + " "
                    + path
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join("", headers)
                    + "Content-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length
                    + "\r\n\r\n"
                    + body);
  }

  @Provide
  Arbitrary<String> calls() throws IOException {
    return Arbitraries.of(
        SmallServer.routes().stream()
            .filter(route -> route.body() != Body.LOGIN && route.action() != null)
            // Takes a session alone.
            .filter(route -> route.action() != Action.SESSION_STEP_UP)
            .map(
                route ->
                    route.method()
                        + " "
                        + route
                            .path()
                            .toString()
                            .replace("{calendar}", "alice-work")
                            .replace("{event}", "standup")
                            .replace("{token}", "none")
                            .replace("{person}", "carol"))
            .toList());
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(
        "application/json",
        "application/merge-patch+json",
        "text/calendar",
        "application/x-www-form-urlencoded",
        "text/plain",
        "");
  }

  @Provide
  Arbitrary<String> bodies() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of(
                "null", "true", "1e999", "[]", "{}", "\"2026-12-01T09:00:00Z\"", "\"\\ud800\""),
            Arbitraries.strings().ascii().ofMaxLength(10));
    Arbitrary<String> object =
        Combinators.combine(
                Arbitraries.of(
                    "title",
                    "start",
                    "end",
                    "id",
                    "owner",
                    "access",
                    "name",
                    "scopes",
                    "expiresAt",
                    "recurrence"),
                value)
            .as((name, content) -> "{\"" + name + "\":" + content + "}");
    return Arbitraries.oneOf(
        object,
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.of(
            "", "[".repeat(5_000), "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "a=%ff&a=%zz"));
  }

  private static Arbitrary<String> methods() {
    return Arbitraries.oneOf(
        Arbitraries.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"),
        Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(8));
  }

  private static Arbitrary<String> paths() {
    return Arbitraries.oneOf(
        Arbitraries.of("/me", "/calendars/alice-work/events", "/login", "/admin/users", "*", "/"),
        Arbitraries.strings().withCharRange('!', '~').ofMaxLength(20).map(text -> "/" + text),
        Arbitraries.strings().withCharRange(' ', '\u00ff').ofMinLength(1).ofMaxLength(20));
  }

  private static Arbitrary<List<String>> headers() {
    Arbitrary<String> credential =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(60),
            Arbitraries.strings().withCharRange('0', 'z').ofMaxLength(60).map(t -> "Bearer " + t),
            Arbitraries.strings()
                .withChars("abcAZ09-_.=")
                .ofMaxLength(60)
                .map(t -> "Bearer ey." + t + "."),
            Arbitraries.strings().withCharRange('0', 'z').ofMaxLength(60).map(t -> "Basic " + t),
            Arbitraries.strings()
                .withChars("username*realmnonceuriopaquerespncqop=\", ")
                .ofMaxLength(120)
                .map(t -> "Digest " + t),
            Arbitraries.strings()
                .withChars("nyp,acrsid=12C3D\u00ad-/+")
                .ofMaxLength(60)
                .map(
                    t ->
                        "SCRAM-SHA-256 data="
                            + Base64.getEncoder()
                                .encodeToString(("n,," + t).getBytes(StandardCharsets.UTF_8))));
    return Combinators.combine(
            Arbitraries.of(
                "Authorization",
                "X-API-Key",
                "Cookie",
                "Content-Type",
                "Accept",
                "Expect",
                "Range",
                "Origin"),
            credential)
        .as((name, value) -> name + ": " + value + "\r\n")
        .list()
        .ofMaxSize(4);
  }
}
