package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.OwnHosts;
import dev.gatehouse.server.authn.SiteOfOrigin;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.server.Request;

/**
 * Lets in only programs of this machine. A connection from this machine is not enough, for web
 * pages of others make the browser call too: the name by which we are called must be this machine's
 * own (RFC 9110 §7.2), and no page of another origin may be behind the call.
 */
final class LocalCaller {
  private LocalCaller() {}

  /**
   * Asks whether this request is by such a program.
   *
   * @throws Refused with 403 if not
   */
  static void demand(Request request) {
    if (!isLoopback(request.getConnectionMetaData().getRemoteSocketAddress())) {
      throw refused("Exchanges are shown on the machine itself only.");
    }
    Arrival arrival = Entrance.arrival(request, new byte[0]);
    List<String> hosts = arrival.values("Host");
    if (hosts.size() != 1 || !OwnHosts.LOOPBACK.contains(OwnHosts.nameIn(hosts.get(0)))) {
      throw refused("Exchanges are shown under a name of this machine only, such as localhost.");
    }
    if (!SiteOfOrigin.isOurs(arrival).passed()) {
      throw refused("Exchanges are not shown to pages of another origin.");
    }
  }

  private static boolean isLoopback(SocketAddress address) {
    return address instanceof InetSocketAddress inet
        && inet.getAddress() != null
        && inet.getAddress().isLoopbackAddress();
  }

  private static Refused refused(String why) {
    return Problem.of(403, why).thrown();
  }
}
