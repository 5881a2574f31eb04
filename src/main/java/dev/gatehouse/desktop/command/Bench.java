package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.attack.AttackRunner;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.lesson.LessonPlayer;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;

/** A server that a command has for itself, and what calls it. */
record Bench(GatehouseServer server, Wire wire) implements AutoCloseable {
  /** Starts the server on any free port of this machine. */
  static Bench start() {
    return new Bench(
        GatehouseServer.start(ServerOptions.onAnyPort()),
        (purpose, draft) -> {
          throw new UnsupportedOperationException();
        });
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
    server.close();
  }
}
