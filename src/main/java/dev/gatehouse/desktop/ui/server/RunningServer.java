package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What does not change while a server runs.
 *
 * @param http where it answers over HTTP
 * @param https where it answers over HTTPS; empty if it does not
 * @param catalogue everything the gate can ask
 * @param people the demo people; empty as long as their secrets are being made
 * @param authority who signed its certificate; empty without HTTPS
 */
record RunningServer(
    String http,
    String https,
    Catalogue catalogue,
    List<DemoPerson> people,
    Optional<X509Certificate> authority) {
  /** What a stopped server has. */
  static RunningServer none() {
    return new RunningServer(
        "", "", new Catalogue(List.of(), List.of(), List.of()), List.of(), Optional.empty());
  }

  /** What a running server has from the start: everything but its people. */
  static RunningServer atOnce(GatehouseServer server) {
    return of(server, List.of());
  }

  /** Everything; blocks while keys and certificates are made for the people. */
  static RunningServer of(GatehouseServer server) {
    // Here, where one may wait, so that they are there when the page shows them.
    server.people().forEach(DemoPerson::secrets);
    return of(server, server.people());
  }

  private static RunningServer of(GatehouseServer server, List<DemoPerson> people) {
    return new RunningServer(
        server.http().toString(),
        server.https().map(Object::toString).orElse(""),
        server.catalogue(),
        people,
        server.certificateAuthority());
  }

  /** Whether it is one that runs, rather than {@link #none}. */
  boolean isThere() {
    return !http.isEmpty();
  }
}
