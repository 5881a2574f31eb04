package dev.gatehouse.server.webauthn;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom passkeys are for (WebAuthn §4, Relying Party): a name, and the origins of its pages.
 *
 * @param id the name that a passkey is bound to, for example {@code localhost}: never an address
 *     (WebAuthn §5.1.3)
 * @param origins where its pages are, for example {@code http://localhost:8085}
 */
public record RelyingParty(String id, Set<String> origins) {
  private static final String THIS_MACHINE = "localhost";
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]|.*:.*");

  public RelyingParty {
    origins = Set.copyOf(origins);
  }

  /**
   * The one that is served at these addresses. A server that is reached by an address of the
   * network has the name of this machine, for no browser has passkeys for an address.
   *
   * @param addresses for example {@code http://127.0.0.1:8085}
   */
  public static RelyingParty servedAt(URI... addresses) {
    Set<String> origins = new TreeSet<>();
    String id = THIS_MACHINE;
    for (URI address : addresses) {
      String host = address.getHost().toLowerCase(Locale.ROOT);
      id = ADDRESS.matcher(host).matches() ? THIS_MACHINE : host;
      String port = address.getPort() < 0 ? "" : ":" + address.getPort();
      origins.add(address.getScheme() + "://" + id + port);
    }
    return new RelyingParty(id, origins);
  }

  /** The origins in their order, those without encryption first. */
  public Stream<String> inOrder() {
    return origins.stream().sorted();
  }
}
