package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.util.List;
import java.util.Set;

/**
 * What is asked of every request, also of one for a call that is open to everyone: is it for us,
 * how did it get here, and who is to read the answer?
 */
public final class TransportChecks {
  /** The check that decides whether pages of other origins can read an answer. */
  public static final String ORIGIN = "transport.origin";

  private static final Weakness ANY_HOST =
      new Weakness(
          "any-host", "answers to whatever name the Host header says, as a rebound DNS name does");
  private static final Weakness CLEARTEXT_TRANSPORT =
      new Weakness(
          "cleartext-transport", "takes passwords and tokens that anybody on the way could read");
  private static final Weakness LENIENT_PATH =
      new Weakness(
          "lenient-path",
          "judges a path as it was sent, then tidies it up and serves what it became");
  private static final Weakness REFLECT_ORIGIN =
      new Weakness(
          "reflect-origin",
          "lets the pages of every origin read what it answers to their visitors");

  /** RFC 9110 §9.2.1; and what a browser asks before it lets a page do more. */
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Set<String> ownHosts;

  /**
   * Checks for a server of these names.
   *
   * @param ownHosts the host names and addresses that are this server, in lower case, without port
   */
  TransportChecks(Set<String> ownHosts) {
    this.ownHosts = Set.copyOf(ownHosts);
  }

  /** All of them, in their order. */
  List<Check<Arrival>> list() {
    return List.of(
        check("transport.host", "Is it addressed to this server?", "RFC 9110 §7.2", this::host)
            .because(
                "A web page can make a browser call any address under a name of its own. A server that answers only to"
                    + " its own names cannot be reached that way.")
            .refusedWith(Refusal.of(421))
            .removedBy(ANY_HOST),
        check(
                "transport.encrypted",
                "Did it come encrypted, or from this machine?",
                "RFC 7617 §4",
                this::encrypted)
            .because(
                "Whoever is on the way reads what is not encrypted. So nobody is asked for a password or a token there, not"
                    + " even by a challenge.")
            .refusedWith(Refusal.FORBIDDEN)
            .removedBy(CLEARTEXT_TRANSPORT),
        check(
                ORIGIN,
                "May the page that asks read the answer?",
                "WHATWG Fetch, CORS protocol",
                this::origin)
            .because(
                "A browser adds the cookie whichever page asks, and shows the answer to pages of other origins if it says"
                    + " that they may see it.")
            .refusedWith(Refusal.FORBIDDEN)
            .removedBy(REFLECT_ORIGIN),
        check("path.canonical", "Can its path be read in one way only?", "RFC 3986 §6", this::path)
            .because(
                "If the one who guards and the one who serves read a path differently, the wrong thing is guarded.")
            .refusedWith(Refusal.of(400))
            .partlyRemovedBy(LENIENT_PATH, TransportChecks::canBeTidied));
  }

  private Finding host(Arrival arrival) {
    String expected = "a Host of this server";
    List<String> hosts = arrival.values("Host");
    if (hosts.size() != 1) {
      return Finding.failed(expected, hosts.size() + " Host headers").answeredBy(Refusal.of(400));
    }
    String host = hosts.get(0);
    return Finding.of(ownHosts.contains(OwnHosts.nameIn(host)), expected, host).with("Host", host);
  }

  private Finding encrypted(Arrival arrival) {
    boolean staysHere = OwnHosts.staysHere(arrival);
    return Finding.of(
            arrival.encrypted() || staysHere,
            "HTTPS, or plain HTTP that does not leave this machine",
            arrival.encrypted()
                ? "HTTPS"
                : staysHere ? "plain HTTP on this machine" : "plain HTTP over a network")
        .with("sent from", arrival.remoteAddress());
  }

  private Finding origin(Arrival arrival) {
    return READING.contains(arrival.method())
        ? SiteOfOrigin.isOursByOrigin(arrival)
        : Finding.passed("no page of another site that reads", arrival.method() + " is no reading");
  }

  private Finding path(Arrival arrival) {
    String flaw = CanonicalPath.flawOf(arrival.path());
    return Finding.of(
        flaw.isEmpty(), "a path without ambiguity", flaw.isEmpty() ? "there is none" : flaw);
  }

  /** What is still ambiguous after that, not even a lenient reader takes. */
  private static boolean canBeTidied(Arrival arrival) {
    return CanonicalPath.flawOf(LenientPath.read(arrival.path())).isEmpty();
  }
}
