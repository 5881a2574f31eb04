package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.explain.Headline.Kind;
import dev.gatehouse.desktop.ui.widget.Texts;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Vote;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what became of a request. */
final class HeadlineWriter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String OF_CLIENT = "client.";
  private static final int REFUSED = 400;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int BROKEN = 500;

  private HeadlineWriter() {}

  /** The sentence on a request of which the server kept a record. */
  static Headline of(ExchangeRecord exchange) {
    String status = StatusPhrase.line(exchange.response().status(), "");
    boolean reading = READING.contains(exchange.request().method());
    String nothing = reading ? "nothing was read" : "nothing was changed";
    Optional<CheckResult> failure = exchange.authentication().failure();
    if (failure.isPresent()) {
      return new Headline(
          Kind.REFUSED, "Refused at “" + failure.get().question() + "”", status + " · " + nothing);
    }
    String caller = exchange.authentication().principal().map(Principal::id).orElse("");
    if (exchange.authorization().result() == Decision.Result.DENIED) {
      return new Headline(
          Kind.FORBIDDEN,
          exchange
              .authorization()
              .denial()
              .map(vote -> "Forbidden by “" + vote.question() + "”")
              .orElse("Forbidden: no rule was in favour"),
          status + (caller.isEmpty() ? "" : " · " + caller + " is known, but ") + nothing);
    }
    if (exchange.response().status() >= REFUSED) {
      return letInButNotDone(exchange, status, caller);
    }
    return letIn(exchange, status, caller);
  }

  private static Headline letInButNotDone(ExchangeRecord exchange, String status, String caller) {
    if (noSuchCall(exchange)) {
      return new Headline(Kind.ERROR, "There is no such call", status + allowed(exchange));
    }
    boolean broken = exchange.response().status() >= BROKEN;
    String who = caller.isEmpty() ? "No credential was needed" : "Let in as " + caller;
    return new Headline(
        Kind.ERROR,
        broken ? "The server failed" : who + ", but it could not be done",
        status + " · " + StatusPhrase.of(exchange.response().status()).meaning());
  }

  /** Whether the address is unknown, or does not take this method: then nobody was asked at all. */
  static boolean noSuchCall(ExchangeRecord exchange) {
    int status = exchange.response().status();
    boolean unasked =
        exchange.authentication().principal().isEmpty()
            && exchange.authentication().failure().isEmpty()
            && exchange.authorization().result() == Decision.Result.NOT_REACHED;
    return unasked && (status == NOT_FOUND || status == METHOD_NOT_ALLOWED);
  }

  private static String allowed(ExchangeRecord exchange) {
    return exchange.response().headers().stream()
        .filter(header -> header.name().equalsIgnoreCase("Allow"))
        .findFirst()
        .map(header -> " · this address takes " + header.value())
        .orElse(" · nothing is at this address");
  }

  private static Headline letIn(ExchangeRecord exchange, String status, String caller) {
    Optional<String> weakness = weakness(exchange);
    long passed =
        exchange.authentication().checks().stream()
            .filter(check -> check.outcome() == Outcome.PASSED)
            .count();
    String checks = Texts.count(passed, "check") + " passed";
    if (weakness.isPresent()) {
      return new Headline(
          Kind.WEAKENED,
          (caller.isEmpty() ? "Let in" : "Let in as " + caller)
              + " while “"
              + weakness.get()
              + "” is on",
          status + " · a hardened server would have asked more");
    }
    if (caller.isEmpty()) {
      return new Headline(
          Kind.ACCEPTED, "Accepted: open to everyone", status + " · no credential is needed here");
    }
    return new Headline(
        Kind.ACCEPTED, "Accepted: the caller is " + caller, status + " · " + checks);
  }

  private static Optional<String> weakness(ExchangeRecord exchange) {
    return Stream.concat(
            exchange.authentication().checks().stream()
                .flatMap(check -> Stream.ofNullable(check.weakness())),
            exchange.authorization().votes().stream()
                .map(Vote::weakness)
                .flatMap(Stream::ofNullable))
        .findFirst();
  }

  /** The sentence on an answer that the caller must not believe, whatever it says. */
  static Headline distrusted(CheckResult check, int status) {
    if (check.id().startsWith(OF_CLIENT)) {
      return new Headline(
          Kind.REFUSED,
          "The client stops at “" + check.question() + "”",
          "it found " + check.actual());
    }
    return new Headline(
        Kind.ERROR,
        "Do not trust this answer: “" + check.question() + "”",
        StatusPhrase.line(status, "") + " · " + check.actual());
  }

  /** The sentence on a request to a server that keeps no record for us. */
  static Headline outside(int status, String reason, @Nullable String error) {
    if (status == 0) {
      return new Headline(Kind.NO_ANSWER, "No answer", error == null ? "" : error);
    }
    String line = StatusPhrase.line(status, reason);
    String remark = "why is out of sight: the server does not show its checks";
    return switch (status) {
      case 401, 407 -> new Headline(Kind.REFUSED, "Refused: " + line, remark);
      case 403 -> new Headline(Kind.FORBIDDEN, "Forbidden: " + line, remark);
      default ->
          status < REFUSED
              ? new Headline(Kind.ACCEPTED, "Answered: " + line, remark)
              : new Headline(Kind.ERROR, "Error: " + line, remark);
    };
  }
}
