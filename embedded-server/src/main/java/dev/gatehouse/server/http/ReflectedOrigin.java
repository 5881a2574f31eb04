package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.TransportChecks;
import dev.gatehouse.server.trace.Verification;

/**
 * By which a browser shows an answer to a page of another origin (WHATWG Fetch, CORS protocol). No
 * answer says so unless the check of origins was taken away.
 */
final class ReflectedOrigin {
  private ReflectedOrigin() {}

  /** The answer as a browser is to get it. */
  static Reply on(Reply reply, Arrival arrival, Verification verification) {
    return verification.takenAwayBy(TransportChecks.ORIGIN).isEmpty()
        ? reply
        : arrival.value("Origin").map(origin -> readableBy(origin, reply)).orElse(reply);
  }

  private static Reply readableBy(String origin, Reply reply) {
    return reply
        .with("Access-Control-Allow-Origin", origin)
        .with("Access-Control-Allow-Credentials", "true")
        .with("Vary", "Origin");
  }
}
