package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.oauth.Tickets.Kind;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The browsers that have been here, and who is logged in there. Their cookie goes to the pages of
 * the authorization server alone, and opens nothing of the API.
 */
final class Browsers {
  /** The cookie's name; on HTTPS {@code __Secure-} stands before it (RFC 6265bis §4.1.3). */
  static final String COOKIE = "gatehouse-oauth";

  private static final Kind<Login> KIND =
      new Kind<>("gh_browser_", Login.class, Duration.ofHours(12), 10_000);

  /**
   * Who is logged in.
   *
   * @param personId who, or null if nobody is
   * @param at when they logged in, in seconds since 1970
   * @param methods how they did (RFC 8176)
   */
  record Login(@Nullable String personId, long at, Set<String> methods) {
    Login {
      // Those of a database that was kept do not say.
      methods = Set.copyOf(Objects.requireNonNullElse(methods, Set.of()));
    }

    /** Nobody. */
    static Login none() {
      return new Login(null, 0, Set.of());
    }

    /** Whether they have proved that much. */
    boolean reaches(Assurance level) {
      return Assurance.of(methods).compareTo(level) >= 0;
    }
  }

  /**
   * A browser that has been here.
   *
   * @param ticket what is stored of it
   * @param setCookie the header that gives it its cookie, or null if it has it already
   */
  record Browser(Ticket<Login> ticket, @Nullable String setCookie) {
    /** By what it is stored. */
    String digest() {
      return ticket.digest();
    }

    /** Who is logged in there, unless that was before this time in seconds since 1970. */
    Optional<String> personSince(long earliest) {
      Login login = ticket.content();
      return login.at() < earliest ? Optional.empty() : Optional.ofNullable(login.personId());
    }
  }

  private final Tickets tickets;
  private final Clock clock;

  Browsers(Tickets tickets, Clock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  /** The browser that sends this request, if it has been here. */
  Optional<Browser> find(Arrival arrival) {
    String name = nameOf(arrival);
    for (String header : arrival.values("Cookie")) {
      for (String pair : header.split(";", -1)) {
        String[] parts = pair.strip().split("=", 2);
        if (parts.length == 2 && parts[0].equals(name)) {
          Optional<Ticket<Login>> ticket = tickets.find(KIND, parts[1]).filter(tickets::isCurrent);
          if (ticket.isPresent()) {
            return Optional.of(new Browser(ticket.get(), null));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The browser that sends this request, whether or not it has been here. */
  Browser findOrBegin(Arrival arrival) {
    return find(arrival).orElseGet(() -> begin(arrival, Login.none()));
  }

  /**
   * Notes that somebody has logged in there. The browser gets a new cookie: the one it had may have
   * been planted by somebody who knows it.
   *
   * @param methods how they did (RFC 8176)
   */
  Browser logIn(Arrival arrival, String personId, Set<String> methods) {
    find(arrival).ifPresent(browser -> tickets.remove(browser.ticket()));
    return begin(arrival, new Login(personId, clock.instant().getEpochSecond(), methods));
  }

  /**
   * Forgets who is logged in there.
   *
   * @return the value of the header that takes the cookie away
   */
  String logOut(Arrival arrival) {
    find(arrival).ifPresent(browser -> tickets.remove(browser.ticket()));
    return nameOf(arrival) + "=; Max-Age=0" + attributes(arrival);
  }

  private Browser begin(Arrival arrival, Login login) {
    String secret = tickets.issue(KIND, login);
    return new Browser(
        tickets.find(KIND, secret).orElseThrow(),
        nameOf(arrival) + "=" + secret + attributes(arrival));
  }

  private static String nameOf(Arrival arrival) {
    return arrival.encrypted() ? "__Secure-" + COOKIE : COOKIE;
  }

  private static String attributes(Arrival arrival) {
    return "; Path=/oauth; HttpOnly; SameSite=Lax" + (arrival.encrypted() ? "; Secure" : "");
  }
}
