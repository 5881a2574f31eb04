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
 * @param people the demo people
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

  /** Asks a running server; may block. */
  static RunningServer of(GatehouseServer server) {
    // Here, where one may wait, so that they are there when the page shows them.
    server.people().forEach(DemoPerson::secrets);
    return new RunningServer(
        server.http().toString(),
        server.https().map(Object::toString).orElse(""),
        server.catalogue(),
        server.people(),
        server.certificateAuthority());
  }
}
