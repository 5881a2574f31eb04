package dev.gatehouse.server.http;

import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.oauth.AuthorizationServer;
import java.util.ArrayList;
import java.util.List;

/** The calls of the authorization server. */
final class OAuthRoutes {
  private OAuthRoutes() {}

  static List<Route> routes(AuthorizationServer server) {
    List<Route> routes = new ArrayList<>();
    routes.add(metadata(AuthorizationServer.METADATA_PATH, server));
    routes.add(metadata(AuthorizationServer.DISCOVERY_PATH, server));
    String script = server.script();
    routes.add(
        Route.open(
            "GET",
            AuthorizationServer.SCRIPT_PATH,
            call -> Reply.text(200, "text/javascript;charset=utf-8", script)));
    server.endpoints().forEach(endpoint -> routes.add(Route.judgedBy(endpoint)));
    // OpenID Connect Core §5.3.1 wants both.
    for (String method : List.of("GET", "POST")) {
      routes.add(
          Route.of(
              method,
              AuthorizationServer.USERINFO_PATH,
              Action.USERINFO_READ,
              call -> Reply.ok(server.userInfo(call.caller().id(), call.caller().scopes()))));
    }
    return routes;
  }

  private static Route metadata(String path, AuthorizationServer server) {
    return Route.open("GET", path, call -> Reply.ok(server.metadata()));
  }
}
