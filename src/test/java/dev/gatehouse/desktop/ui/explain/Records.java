package dev.gatehouse.desktop.ui.explain;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Rule;
import dev.gatehouse.server.trace.Rule.Ballot;
import dev.gatehouse.server.trace.Verification;
import dev.gatehouse.server.trace.Weakness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Records as a server would keep them: their checks and rules really run. */
public final class Records {
  static final Weakness NO_EXPIRY = new Weakness("ignore-expiry", "takes tokens of any age");

  static final List<Catalogue.Item> RULES =
      List.of(
          new Catalogue.Item("scope", "Was the credential issued for this?", "RFC 6750 §3.1", ""),
          new Catalogue.Item(
              "ownership", "Is the calendar the caller's to use?", "OWASP API1:2023", ""));

  private static final List<Check<String>> CHECKS =
      List.of(
          check(
              "credentials.present",
              "Does it carry a credential?",
              "RFC 9110 §11.6.2",
              token -> Finding.passed("a credential", "one")),
          Check.<String>check(
                  "jwt.signature",
                  "Is the signature made with the issuer's key?",
                  "RFC 7515 §5.2",
                  token ->
                      Finding.of(
                              !token.contains("tampered"),
                              "the signature over header.payload verifies",
                              token.contains("tampered") ? "it does not" : "it does")
                          .with("signed text", "eyJraWQ.eyJpc3M")
                          .withSecret("token", token))
              .because("Anyone can write a payload; only the issuer can sign it."),
          Check.<String>check(
                  "jwt.exp",
                  "Is it still valid?",
                  "RFC 7519 §4.1.4",
                  token -> Finding.of(!token.contains("expired"), "a time to come", "yesterday"))
              .removedBy(NO_EXPIRY));

  private Records() {}

  /** What the server recorded of a request with this token by this person. */
  public static ExchangeRecord of(
      String token, String person, boolean permitted, int status, Predicate<Weakness> isOn) {
    Verification verification =
        Verification.begin(isOn)
            .run(CHECKS, token)
            .conclude(
                "jwt", "Bearer", () -> new Claimant(person, Set.of("user"), Set.of("events:read")));
    Decision decision =
        verification.principal().isEmpty()
            ? Decision.notReached("events:read", "calendar:alice-work")
            : Decision.decide(
                "events:read", "calendar:alice-work", rules(person, permitted), votes -> "", isOn);
    return record(token, verification, decision, status);
  }

  /** A call that is open to everyone. */
  public static ExchangeRecord open() {
    return record(
        "",
        Verification.begin(weakness -> false).concludeWithNobody(),
        new Decision("health:read", "", Decision.Result.PERMITTED, List.of()),
        200);
  }

  /** A method that the address does not take, or with 204 the question which ones it takes. */
  public static ExchangeRecord unasked(int status) {
    return record(
        "",
        Verification.begin(weakness -> false).concludeWithNobody(),
        Decision.notReached("", ""),
        status);
  }

  public static ExchangeRecord accepted() {
    return of("fine", "alice", true, 200, weakness -> false);
  }

  public static ExchangeRecord rejected() {
    return of("tampered", "alice", true, 401, weakness -> false);
  }

  public static ExchangeRecord forbidden() {
    return of("fine", "dave", false, 404, weakness -> false);
  }

  public static ExchangeRecord weakened() {
    return of("expired", "alice", true, 200, NO_EXPIRY::equals);
  }

  private static List<Rule<String>> rules(String person, boolean permitted) {
    return List.of(
        Rule.rule(
            "scope",
            "Was the credential issued for this?",
            "RFC 6750 §3.1",
            subject -> Ballot.permit("the credential carries events:read")),
        Rule.rule(
            "ownership",
            "Is the calendar the caller's to use?",
            "OWASP API1:2023",
            subject ->
                permitted
                    ? Ballot.permit(person + " is the owner")
                    : Ballot.deny(person + " has no such calendar")));
  }

  private static ExchangeRecord record(
      String token, Verification verification, Decision decision, int status) {
    List<Header> sent =
        token.isEmpty()
            ? List.of(new Header("Host", "127.0.0.1:8085"))
            : List.of(
                new Header("Host", "127.0.0.1:8085"),
                new Header("Authorization", "Bearer eyJhbGciOi." + token));
    return new ExchangeRecord(
        "id-1",
        Instant.parse("2026-01-01T10:00:00Z"),
        812,
        new ExchangeRecord.RequestLine("GET", "/calendars/alice-work/events", "HTTP/1.1", sent),
        verification,
        decision,
        new ExchangeRecord.StatusLine(status, answer(status)));
  }

  private static List<Header> answer(int status) {
    if (status == 405) {
      return List.of(new Header("Allow", "GET, POST"));
    }
    return status == 401
        ? List.of(
            new Header("Content-Type", "application/problem+json"),
            new Header("WWW-Authenticate", "Basic realm=\"Gatehouse\", charset=\"UTF-8\""),
            new Header("WWW-Authenticate", "Bearer realm=\"Gatehouse\", error=\"invalid_token\""),
            new Header("WWW-Authenticate", "Digest realm=\"Gatehouse\", algorithm=SHA-512-256"),
            new Header("WWW-Authenticate", "Digest realm=\"Gatehouse\", algorithm=SHA-256"))
        : List.of(new Header("Content-Type", "application/json"));
  }

  /** What the client saw of an exchange with this record; with null, of an outside server. */
  static Hop hop(String purpose, int status, @Nullable ExchangeRecord exchange) {
    return hop(purpose, status, exchange, "{\"hello\":[1,2]}");
  }

  /** The same with this body. */
  static Hop hop(String purpose, int status, @Nullable ExchangeRecord exchange, String answered) {
    List<Header> sent =
        exchange == null
            ? List.of(new Header("Host", "example.org"))
            : exchange.request().headers();
    List<Header> received = exchange == null ? answer(status) : exchange.response().headers();
    String url =
        exchange == null
            ? "https://example.org/things?x=1"
            : "https://127.0.0.1:8443/calendars/alice-work/events";
    byte[] body = answered.getBytes(StandardCharsets.UTF_8);
    return new Hop(
        purpose,
        Instant.parse("2026-01-01T10:00:00Z"),
        new Draft("GET", url, sent, new byte[0]),
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8),
        status,
        "",
        received,
        body,
        ("HTTP/1.1 200 OK\r\n\r\n" + answered).getBytes(StandardCharsets.UTF_8),
        Duration.ofMillis(3),
        null,
        exchange);
  }

  /** A hop to which nobody answered. */
  static Hop unanswered() {
    return new Hop(
        "request",
        Instant.parse("2026-01-01T10:00:00Z"),
        new Draft("GET", "https://example.org/", List.of(), new byte[0]),
        new byte[0],
        0,
        "",
        List.of(),
        new byte[0],
        new byte[0],
        Duration.ofMillis(3),
        "The connection was refused: nothing listens at example.org:443.",
        null);
  }
}
