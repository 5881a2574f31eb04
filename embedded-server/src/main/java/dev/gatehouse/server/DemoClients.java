package dev.gatehouse.server;

import dev.gatehouse.server.oauth.SeededClient;
import java.util.Optional;
import java.util.function.Function;

/**
 * An authorization server and the programs that are registered there.
 *
 * @param issuer its name, for example {@code http://127.0.0.1:8085}; empty if there is none
 * @param byId finds a program with what it proves itself with, which may have to be made first
 */
public record DemoClients(String issuer, Function<String, Optional<SeededClient>> byId) {
  /** No authorization server, and no programs. */
  public static final DemoClients NONE = new DemoClients("", id -> Optional.empty());

  /** The program of this identifier, for example {@code desktop}. */
  public Optional<SeededClient> find(String id) {
    return byId.apply(id);
  }
}
