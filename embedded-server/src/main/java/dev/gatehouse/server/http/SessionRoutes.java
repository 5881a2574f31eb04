package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.LoginAuthenticator;
import dev.gatehouse.server.authn.LoginSessions;
import dev.gatehouse.server.authn.SessionCookie;
import dev.gatehouse.server.authn.TotpAuthenticator;
import dev.gatehouse.server.authn.WebauthnAuthenticator;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.authz.Assurance;
import java.util.List;

/**
 * Logging in and out, for browsers, and stepping a session up by a second factor. That a login is
 * right was settled by the gate; each gets a new session.
 */
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
        Route.of(
            "POST",
            TotpAuthenticator.PATH,
            Action.SESSION_STEP_UP,
            Body.JSON_OR_FORM,
            routes::logIn),
        Route.of(
            "POST", WebauthnAuthenticator.PATH, Action.SESSION_BEGIN, Body.LOGIN, routes::logIn),
        Route.of("POST", "/logout", Action.SESSION_END, routes::logOut));
  }

  private Reply logIn(Call call) {
    boolean readable = call.authentication().takenAwayBy(SessionCookie.FLAGS).isPresent();
    LoginSessions.Opened opened = sessions.open(call.caller(), call.arrival(), readable);
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", call.caller().id())
            .put("csrfToken", opened.csrfToken())
            .put("expiresAt", opened.expiresAt().toString())
            .put("sessionNumber", opened.number())
            .put("acr", Assurance.of(call.caller().methods()).text());
    body.set("amr", ExchangeJson.sorted(call.caller().methods()));
    return Reply.ok(body).with(SET_COOKIE, opened.setCookie());
  }

  private Reply logOut(Call call) {
    return Reply.noContent().with(SET_COOKIE, sessions.close(call.arrival()));
  }
}
