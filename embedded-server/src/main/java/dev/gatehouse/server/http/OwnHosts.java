package dev.gatehouse.server.http;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names and addresses by which a server may be called. */
public final class OwnHosts {
  private OwnHosts() {}

  /**
   * Those of a server that listens on this host, in lower case, without port, IPv6 in brackets. One
   * that listens everywhere may be called by each address of this machine.
   */
  public static Set<String> of(String host) {
    Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
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
