package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, as the client saw them.
 *
 * @param purpose what it is for, in a few words, for example {@code sign in}
 * @param at when it was sent
 * @param request what was sent, the headers that the client added included
 * @param rawRequest the bytes as they crossed the socket (inside TLS)
 * @param status the status code, or 0 if no response came
 * @param reason the reason phrase
 * @param headers the response's header lines in order
 * @param body the response's body
 * @param rawResponse the bytes as they crossed the socket (inside TLS)
 * @param took from the first byte sent to the last byte read
 * @param error what went wrong if no response came, or not all of it, in words; else null
 * @param record what the server says of it, or null if the server does not say
 * @param between who sent it to whom
 * @param callerChecks what the caller checked of the answer, in order; empty if it was taken as it
 *     is
 */
public record Hop(
    String purpose,
    Instant at,
    Draft request,
    byte[] rawRequest,
    int status,
    String reason,
    List<Header> headers,
    byte[] body,
    byte[] rawResponse,
    Duration took,
    @Nullable String error,
    @Nullable ExchangeRecord record,
    Between between,
    List<CheckResult> callerChecks) {
  public Hop {
    headers = List.copyOf(headers);
    callerChecks = List.copyOf(callerChecks);
  }

  /** A call of the API of which the caller has checked nothing. */
  public Hop(
      String purpose,
      Instant at,
      Draft request,
      byte[] rawRequest,
      int status,
      String reason,
      List<Header> headers,
      byte[] body,
      byte[] rawResponse,
      Duration took,
      @Nullable String error,
      @Nullable ExchangeRecord record) {
    this(
        purpose,
        at,
        request,
        rawRequest,
        status,
        reason,
        headers,
        body,
        rawResponse,
        took,
        error,
        record,
        Between.CALL,
        List.of());
  }

  /** The same hop, with what the server says of it. */
  public Hop withRecord(ExchangeRecord found) {
    return with(found, between, callerChecks);
  }

  /** The same hop, with another answer in the place of the one that came over the wire. */
  public Hop answered(Answer other) {
    return new Hop(
        purpose,
        at,
        request,
        rawRequest,
        other.status(),
        other.reason(),
        other.headers(),
        other.body(),
        rawResponse,
        took,
        error,
        record,
        between,
        callerChecks);
  }

  /** The same hop, run between these two. */
  public Hop between(Between others) {
    return with(record, others, callerChecks);
  }

  /** The same hop, with what the caller checked of the answer. */
  public Hop examined(List<CheckResult> checks) {
    return with(record, between, checks);
  }

  /** A request that never left. */
  public static Hop unsent(String purpose, Instant at, Draft draft, String why) {
    byte[] nothing = new byte[0];
    return new Hop(
        purpose, at, draft, nothing, 0, "", List.of(), nothing, nothing, Duration.ZERO, why, null);
  }

  private Hop with(@Nullable ExchangeRecord found, Between lanes, List<CheckResult> checks) {
    return new Hop(
        purpose,
        at,
        request,
        rawRequest,
        status,
        reason,
        headers,
        body,
        rawResponse,
        took,
        error,
        found,
        lanes,
        checks);
  }

  /** The value of the first response header of this name, compared without case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
