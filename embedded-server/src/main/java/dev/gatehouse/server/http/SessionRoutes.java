package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.LoginAuthenticator;
import dev.gatehouse.server.authn.LoginSessions;
import dev.gatehouse.server.authz.Action;
import java.util.List;

/** Logging in and out, for browsers. That a login is right was settled by the gate. */
final class SessionRoutes {
  private static final String SET_COOKIE = "Set-Cookie";

  private final LoginSessions sessions;

  private SessionRoutes(LoginSessions sessions) {
    this.sessions = sessions;
  }

  static List<Route> routes(LoginSessions sessions) {
    SessionRoutes routes = new SessionRoutes(sessions);
    return List.of(
        Route.of("POST", LoginAuthenticator.PATH, Action.SESSION_BEGIN, Body.LOGIN, routes::logIn),
        Route.of("POST", "/logout", Action.SESSION_END, routes::logOut));
  }

  private Reply logIn(Call call) {
    LoginSessions.Opened opened = sessions.open(call.caller(), call.arrival());
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", call.caller().id())
            .put("csrfToken", opened.csrfToken())
            .put("expiresAt", opened.expiresAt().toString());
    return Reply.ok(body).with(SET_COOKIE, opened.setCookie());
  }

  private Reply logOut(Call call) {
    return Reply.noContent().with(SET_COOKIE, sessions.close(call.arrival()));
  }
}
