package dev.gatehouse.server.http;

import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.oauth.Endpoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API.
 *
 * @param method the HTTP method
 * @param path the pattern of its path
 * @param action what the policy decides about; null if it is open to everyone
 * @param body what kind of body it takes
 * @param handler answers it, after the gate and the policy have let it in
 * @param endpoint judges and answers it in place of gate, policy and handler; null if they do
 */
record Route(
    String method,
    Template path,
    @Nullable Action action,
    Body body,
    Handler handler,
    @Nullable Endpoint endpoint) {
  /** The name of the path parameter that identifies a calendar. */
  static final String CALENDAR = "calendar";

  /** The name of the path parameter that identifies an event. */
  static final String EVENT = "event";

  /** Answers a call. */
  @FunctionalInterface
  interface Handler {
    /**
     * The answer.
     *
     * @throws Refused if there is a problem instead
     */
    Reply answer(Call call);
  }

  /** A call that is open to everyone. */
  static Route open(String method, String path, Handler handler) {
    return new Route(method, new Template(path), null, Body.NONE, handler, null);
  }

  /** A call without a body. */
  static Route of(String method, String path, Action action, Handler handler) {
    return new Route(method, new Template(path), action, Body.NONE, handler, null);
  }

  /** A call with a body. */
  static Route of(String method, String path, Action action, Body body, Handler handler) {
    return new Route(method, new Template(path), action, body, handler, null);
  }

  /** A call that is judged by its own checks: by those of the authorization server. */
  static Route judgedBy(Endpoint endpoint) {
    Body body = endpoint.method().equals("POST") ? Body.FORM : Body.NONE;
    return new Route(
        endpoint.method(),
        new Template(endpoint.path()),
        null,
        body,
        call -> {
          throw new IllegalStateException("its endpoint answers it");
        },
        endpoint);
  }

  /** Its action in words for the record. */
  String actionText() {
    return action == null ? "open" : action.text();
  }

  /** Whether all that it takes is a handler, after somebody was let in. */
  boolean isForHandler() {
    return action != null && endpoint == null && !body.isReadByGate();
  }

  /** What it is about, in words for the record, for example {@code calendar:alice-work}. */
  String resource(Map<String, String> parameters) {
    return isOfCalendar() ? "calendar:" + parameters.get(CALENDAR) : path.toString().substring(1);
  }

  /** Whether it is about one calendar. */
  boolean isOfCalendar() {
    return path.names(CALENDAR);
  }
}
