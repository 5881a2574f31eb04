package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.authn.PasswordReading;
import dev.gatehouse.server.oauth.Browsers.Browser;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import java.util.Optional;

/**
 * A browser asks for one of the pages, or sends its form.
 *
 * @param arrival as it came
 * @param parameters the query, or the form
 * @param browser the browser, if it has been here
 * @param pending what the page is about, if that is known
 */
record PageAttempt(
    Arrival arrival,
    Parameters parameters,
    Optional<Browser> browser,
    Lookup<Ticket<Pending>> pending) {
  /** The field that says what the page is about. */
  static final String REQUEST = "request";

  /** Reads what a browser sends. */
  static PageAttempt read(Arrival arrival, Browsers browsers, Tickets tickets) {
    Parameters parameters =
        arrival.method().equals("POST") ? Parameters.ofForm(arrival) : Parameters.ofQuery(arrival);
    return new PageAttempt(
        arrival,
        parameters,
        browsers.find(arrival),
        new Lookup<>(
            () -> parameters.get(REQUEST).flatMap(handle -> tickets.find(Pending.KIND, handle))));
  }

  /** The handle of what the page is about. */
  String handle() {
    return parameters.get(REQUEST).orElse("");
  }

  /** What the page is about, once that is known. */
  Pending request() {
    return pending.orElseThrow().content();
  }

  /** Who is logged in, recently enough for what the page is about. */
  Optional<String> person() {
    return browser.flatMap(one -> one.personSince(request().loginAfter()));
  }

  /** The name and the password in the form. */
  PasswordReading password() {
    Optional<String> name = parameters.get("username");
    Optional<String> password = parameters.get("password");
    return name.isPresent() && password.isPresent()
        ? PasswordReading.of(arrival, "", name.get(), password.get())
        : PasswordReading.unreadable(arrival, "", "a form without both of them");
  }
}
