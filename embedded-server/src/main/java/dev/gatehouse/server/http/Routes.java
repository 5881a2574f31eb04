package dev.gatehouse.server.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Every call there is, and which of them a request is. */
final class Routes {
  /**
   * The call that a request is.
   *
   * @param parameters what its path names
   */
  record Match(Route route, Map<String, String> parameters) {}

  private final List<Route> routes;

  Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** All of them. */
  List<Route> all() {
    return routes;
  }

  /**
   * As which method a request of this one is served: {@code HEAD} is {@code GET} without the body
   * (RFC 9110 §9.3.2).
   */
  static String servedAs(String method) {
    return method.equals("HEAD") ? "GET" : method;
  }

  /** The call that this method and path are. */
  Optional<Match> find(String method, String path) {
    String wanted = servedAs(method);
    List<String> segments = segments(path);
    for (Route route : routes) {
      if (route.method().equals(wanted)) {
        Optional<Map<String, String>> parameters = route.path().match(segments);
        if (parameters.isPresent()) {
          return Optional.of(new Match(route, parameters.get()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The methods that this path knows, for the {@code Allow} header; empty if there is no such path.
   */
  String allowed(String path) {
    List<String> segments = segments(path);
    TreeSet<String> methods = new TreeSet<>();
    for (Route route : routes) {
      if (route.path().match(segments).isPresent()) {
        methods.add(route.method());
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return String.join(", ", methods);
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.split("/", -1));
  }
}
