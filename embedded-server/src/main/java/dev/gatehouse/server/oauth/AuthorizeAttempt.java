package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.oauth.Browsers.Browser;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import java.util.Optional;
import java.util.Set;

/**
 * A request for authorization, as the browser or a client has sent it.
 *
 * @param arrival as it came
 * @param sent its parameters as they came
 * @param client who asks, if it is known
 * @param pushed what the client has deposited before (RFC 9126), if the request says so
 * @param browser the browser that brings it, if it has been here
 */
record AuthorizeAttempt(
    Arrival arrival,
    Parameters sent,
    Lookup<Client> client,
    Lookup<Ticket<PushedRequest>> pushed,
    Optional<Browser> browser) {
  static final String REQUEST_URI = "request_uri";

  /** Whether it refers to what was deposited before. */
  boolean refers() {
    return sent.get(REQUEST_URI).isPresent();
  }

  /** The value of this parameter; if the request refers to a deposited one, as that has it. */
  Optional<String> get(String name) {
    return refers()
        ? pushed.get().flatMap(ticket -> Optional.ofNullable(ticket.content().values().get(name)))
        : sent.get(name);
  }

  /** What is asked for. */
  String responseType() {
    return get("response_type").orElse("");
  }

  /** Where the answer is to go. */
  String redirectUri() {
    return get("redirect_uri").orElse("");
  }

  /** For what. */
  Set<String> scopes() {
    return SpacedWords.in(get("scope").orElse(""));
  }

  /** Whether the browser is to be asked in this way (OpenID Connect Core §3.1.2.1). */
  boolean prompts(String value) {
    return SpacedWords.in(get("prompt").orElse("")).contains(value);
  }
}
