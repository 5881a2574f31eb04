package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.LenientPath;
import dev.gatehouse.server.authz.MethodAsked;

/**
 * Which call is carried out once the policy has permitted one. It is the very one that was judged,
 * for every request that the check {@code path.canonical} and the rule {@code action} let pass.
 * Where one of them was taken away, this is the second reader, who reads more into a request than
 * the first did.
 */
final class CarriedOut {
  private final Routes routes;

  CarriedOut(Routes routes) {
    this.routes = routes;
  }

  /** What is carried out of a request that was judged as this call. */
  Routes.Match of(Arrival arrival, MethodAsked method, Routes.Match judged) {
    String path = LenientPath.read(arrival.path());
    if (method.judged().equals(method.meant()) && path.equals(arrival.path())) {
      return judged;
    }
    return routes
        .find(method.meant(), path)
        .filter(match -> match.route().isForHandler())
        .orElse(judged);
  }
}
