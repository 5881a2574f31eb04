package dev.gatehouse.desktop.workbench;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Journal;
import dev.gatehouse.desktop.exchange.LoggedRecords;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A server in this very process and what calls it: it trusts the server's certificate authority
 * beside the platform's, and joins what it saw to what the server recorded.
 */
public record OwnServer(GatehouseServer server, OkHttpWire wire) implements AutoCloseable {
  private static final Duration PATIENCE_FOR_RECORDS = Duration.ofSeconds(5);

  /** Starts a server that nobody else calls, on any free port of this machine. */
  public static OwnServer start() {
    return start(ServerOptions.onAnyPort());
  }

  /** Starts a server. */
  public static OwnServer start(ServerOptions options) {
    GatehouseServer server = GatehouseServer.start(options);
    List<URI> addresses = Stream.concat(Stream.of(server.http()), server.https().stream()).toList();
    LoggedRecords records = new LoggedRecords(server.exchanges(), addresses, PATIENCE_FOR_RECORDS);
    return new OwnServer(
        server,
        new OkHttpWire(
            WireOptions.standard().trusting(server::certificateAuthority).recordedBy(records)));
  }

  /** Where requests go: HTTPS if the server speaks it, else HTTP. */
  public URI base() {
    return server.https().orElseGet(server::http);
  }

  /**
   * Sends a call with a credential, the hops that the credential needs first included. If one of
   * those hops is refused, the exchange ends with it.
   *
   * @param values the credential's fields, by field name
   * @param call the request without its credential
   * @throws CredentialException if the values do not make a credential, and nothing was sent
   * @throws InterruptedException if the person cancelled it
   */
  public Exchange send(CredentialType type, Map<String, String> values, Draft call)
      throws CredentialException, InterruptedException {
    return send(type, values, call, DraftReview.NONE);
  }

  /**
   * Does the same, and lets somebody look at each request before it leaves.
   *
   * @param values the credential's fields, by field name
   * @param call the request without its credential
   * @param review sees each request, and may send another in its place
   * @throws CredentialException if the values do not make a credential, and nothing was sent
   * @throws InterruptedException if the person cancelled it
   */
  public Exchange send(
      CredentialType type, Map<String, String> values, Draft call, DraftReview review)
      throws CredentialException, InterruptedException {
    return send(wire, type, values, call, review);
  }

  static Exchange send(
      Wire wire, CredentialType type, Map<String, String> values, Draft call, DraftReview review)
      throws CredentialException, InterruptedException {
    Journal journal = new Journal(wire, review);
    try {
      journal.send(Exchange.THE_CALL, type.present(values, call, journal));
    } catch (CredentialException stoppedOnTheWay) {
      if (journal.hops().isEmpty()) {
        throw stoppedOnTheWay;
      }
    }
    return new Exchange(journal.hops(), type.examine(values, journal.hops()));
  }

  @Override
  public void close() {
    wire.close();
    server.close();
  }
}
