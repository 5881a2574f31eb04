package dev.gatehouse.server.authn;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names and addresses by which a server may be called. */
public final class OwnHosts {
  /** The names of the machine itself, on the machine itself. */
  public static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private OwnHosts() {}

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
