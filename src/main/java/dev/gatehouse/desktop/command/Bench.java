package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.attack.AttackRunner;
import dev.gatehouse.desktop.exchange.LoggedRecords;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.desktop.lesson.LessonPlayer;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.time.Duration;

/** A server that a command has for itself, and what calls it. */
record Bench(GatehouseServer server, OkHttpWire wire) implements AutoCloseable {
  private static final Duration PATIENCE_FOR_RECORDS = Duration.ofSeconds(5);

  /** Starts the server on any free port of this machine. */
  static Bench start() {
    GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort());
    LoggedRecords records = new LoggedRecords(server.exchanges(), PATIENCE_FOR_RECORDS);
    return new Bench(server, new OkHttpWire(WireOptions.standard().recordedBy(records)));
  }

  /** Attacks the server. */
  AttackRunner attacks() {
    return new AttackRunner(server, wire);
  }

  /** Plays lessons on the server. */
  LessonPlayer lessons() {
    return new LessonPlayer(server, wire);
  }

  @Override
  public void close() {
    wire.close();
    server.close();
  }
}
