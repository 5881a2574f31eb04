package dev.gatehouse.server.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/**
 * Lets in only programs of this machine. A connection from this machine is not enough, for web
 * pages of others make the browser call too: the name by which we are called must be this machine's
 * own (RFC 9110 §7.2), and no page of another origin may be behind the call.
 */
final class LocalCaller {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

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
    List<String> hosts = request.getHeaders().getValuesList("Host");
    if (hosts.size() != 1 || !NAMES.contains(withoutPort(hosts.get(0)))) {
      throw refused("Exchanges are shown under a name of this machine only, such as localhost.");
    }
    String own = (request.isSecure() ? "https://" : "http://") + hosts.get(0);
    boolean foreign =
        request.getHeaders().getValuesList("Origin").stream()
                .anyMatch(origin -> !origin.equalsIgnoreCase(own))
            || request.getHeaders().getValuesList("Sec-Fetch-Site").stream()
                .anyMatch(site -> !OWN_SITE.contains(site));
    if (foreign) {
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

  private static String withoutPort(String host) {
    int colon = host.indexOf(':', Math.max(host.indexOf(']'), 0));
    return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
  }
}
