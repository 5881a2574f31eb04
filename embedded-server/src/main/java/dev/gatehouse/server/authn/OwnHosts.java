package dev.gatehouse.server.authn;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names and addresses by which a server may be called. */
public final class OwnHosts {
  /** The names of the machine itself, on the machine itself. */
  public static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * The name by which others on a network know this server. It leads to this machine (RFC 6761
   * §6.3), so that one machine is enough to show what happens on the way there.
   */
  public static final String NETWORK_NAME = "calendar.localhost";

  private static final Pattern ADDRESS =
      Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|\\[?[0-9A-Fa-f]*:.*");

  private OwnHosts() {}

  /**
   * Whether a request has never left this machine: it was sent from here, and not to the name for
   * others.
   */
  static boolean staysHere(Arrival arrival) {
    String name = nameIn(arrival.value("Host").orElse(""));
    return !name.equals(NETWORK_NAME) && isFromHere(arrival.remoteAddress(), name);
  }

  private static boolean isFromHere(String remoteAddress, String name) {
    // Most are, and it shows at once: to read an address takes longer than to compare it.
    if (LOOPBACK.contains(remoteAddress)) {
      return true;
    }
    Optional<InetAddress> sender = addressIn(remoteAddress);
    return sender.filter(InetAddress::isLoopbackAddress).isPresent()
        || (sender.isPresent() && sender.equals(addressIn(name)));
  }

  /** The address that is written here; of names nobody is asked for one. */
  private static Optional<InetAddress> addressIn(String text) {
    try {
      return ADDRESS.matcher(text).matches()
          ? Optional.of(InetAddress.getByName(text))
          : Optional.empty();
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  /** The name in the value of a Host header, in lower case, without port (RFC 9110 §7.2). */
  public static String nameIn(String host) {
    int colon = host.indexOf(':', Math.max(host.indexOf(']'), 0));
    return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
  }

  /**
   * Those of a server that listens on this host, in lower case, without port, IPv6 in brackets. One
   * that listens everywhere may be called by each address of this machine.
   */
  public static Set<String> of(String host) {
    Set<String> names = new TreeSet<>(LOOPBACK);
    names.add(NETWORK_NAME);
    names.add(written(host));
    if (host.equals("0.0.0.0") || host.equals("::")) {
      try {
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .map(InetAddress::getHostAddress)
            .forEach(address -> names.add(written(address)));
      } catch (SocketException unknown) {
        return names;
      }
    }
    return names;
  }

  private static String written(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.contains(":") ? "[" + name.split("%", 2)[0] + "]" : name;
  }
}
