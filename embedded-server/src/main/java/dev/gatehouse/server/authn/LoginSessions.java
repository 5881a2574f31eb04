package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Session;
import dev.gatehouse.server.trace.Principal;
import java.time.Instant;
import java.util.List;

/** Begins the session of somebody who has logged in, and ends it when they log out. */
public final class LoginSessions {
  /**
   * What a browser gets to know of its session.
   *
   * @param setCookie the value of the {@code Set-Cookie} header
   * @param csrfToken to be sent as {@code X-CSRF-Token} with calls that change something
   * @param expiresAt when the session expires at the latest
   * @param number its place in the order in which sessions were begun, which is no secret
   */
  public record Opened(String setCookie, String csrfToken, Instant expiresAt, long number) {}

  private final Identity identity;

  /** Sessions kept there. */
  public LoginSessions(Identity identity) {
    this.identity = identity;
  }

  /**
   * Begins a session with a new identifier, always: one that the browser brought along may have
   * been planted there by somebody who knows it. That one is ended.
   *
   * @param principal who has just proved who they are
   * @param login the request by which they did
   * @param readable whether scripts can read the cookie
   */
  public Opened open(Principal principal, Arrival login, boolean readable) {
    List<Session> before = sessionsIn(login);
    Session.Begun begun = identity.sessions().begin(principal.id(), principal.methods());
    before.forEach(session -> identity.sessions().renew(session, begun.session()));
    return new Opened(
        SessionCookie.set(begun.id(), login.encrypted(), readable),
        begun.csrfToken(),
        begun.session().endsAt(),
        begun.session().number());
  }

  /**
   * Ends the session of this request, on the server and in the browser.
   *
   * @return the value of the {@code Set-Cookie} header that takes the cookie away
   */
  public String close(Arrival logout) {
    sessionsIn(logout).forEach(identity.sessions()::end);
    return SessionCookie.clear(logout.encrypted());
  }

  private List<Session> sessionsIn(Arrival arrival) {
    return SessionCookie.find(arrival).stream()
        .flatMap(cookie -> identity.sessions().find(cookie.value()).stream())
        .toList();
  }
}
