package dev.gatehouse.desktop.workbench;

import dev.gatehouse.desktop.exchange.LoggedRecords;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.time.Duration;

/**
 * A server that nobody else calls, on any free port, and what calls it: for attacks and lessons
 * that are tried apart from the server that a person works with.
 */
public record OwnServer(GatehouseServer server, OkHttpWire wire) implements AutoCloseable {
  private static final Duration PATIENCE_FOR_RECORDS = Duration.ofSeconds(5);

  /** Starts the server on any free port of this machine. */
  public static OwnServer start() {
    GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort());
    LoggedRecords records = new LoggedRecords(server.exchanges(), PATIENCE_FOR_RECORDS);
    return new OwnServer(server, new OkHttpWire(WireOptions.standard().recordedBy(records)));
  }

  @Override
  public void close() {
    wire.close();
    server.close();
  }
}
