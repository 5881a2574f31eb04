package dev.gatehouse.server.authn;

import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Requests written by hand, and a gate with a single scheme to judge them. */
final class Arrivals {
  static final String HOST = "127.0.0.1:8085";

  private Arrivals() {}

  /** A GET of {@code target} with these header names and values in turn. */
  static Arrival get(String target, String... headers) {
    return request("GET", target, "", headers);
  }

  /** A POST to {@code target} with this body and these header names and values in turn. */
  static Arrival post(String target, String body, String... headers) {
    return request("POST", target, body, headers);
  }

  /** The same request over TLS. */
  static Arrival encrypted(Arrival arrival) {
    return new Arrival(
        arrival.method(),
        arrival.target(),
        arrival.headers(),
        arrival.body(),
        true,
        arrival.remoteAddress());
  }

  /** The same request from another address. */
  static Arrival sentFrom(String address, Arrival arrival) {
    return new Arrival(
        arrival.method(),
        arrival.target(),
        arrival.headers(),
        arrival.body(),
        arrival.encrypted(),
        address);
  }

  /** Judges the only credential of this scheme in the request, with the named weaknesses on. */
  static <A> Verification judge(
      Authenticator<A> authenticator, Arrival arrival, String... weaknesses) {
    List<Presented> presented = authenticator.find(arrival);
    if (presented.size() != 1) {
      throw new AssertionError("expected one credential, found " + presented);
    }
    A attempt = authenticator.attempt(arrival, presented.get(0));
    return Verification.begin(weakness -> Set.of(weaknesses).contains(weakness.name()))
        .run(authenticator.checks(), attempt)
        .conclude(
            authenticator.type(), authenticator.scheme(), () -> authenticator.identify(attempt));
  }

  /** What became of a check. */
  static Outcome outcome(Verification verification, String check) {
    return result(verification, check).outcome();
  }

  /** What the trace says of a check. */
  static CheckResult result(Verification verification, String check) {
    return verification.checks().stream()
        .filter(c -> c.id().equals(check))
        .findFirst()
        .orElseThrow();
  }

  private static Arrival request(String method, String target, String body, String... headers) {
    Stream<Header> given =
        Stream.iterate(0, i -> i < headers.length, i -> i + 2)
            .map(i -> new Header(headers[i], headers[i + 1]));
    return new Arrival(
        method,
        target,
        Stream.concat(Stream.of(new Header("Host", HOST)), given).toList(),
        body.getBytes(StandardCharsets.UTF_8),
        false,
        "127.0.0.1");
  }
}
