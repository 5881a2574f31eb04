package dev.gatehouse.server;

import dev.gatehouse.server.trace.Check;
import java.util.List;

/**
 * Checks that are made in this program, but not by the server: by a client of it, for example. They
 * are found by {@link java.util.ServiceLoader}, so that a server on its own lists no more than it
 * has.
 */
public interface FurtherChecks {
  /** What is examined, as a type of the catalogue, for example {@code oauth-own-client}. */
  String type();

  /** The checks in their order. */
  List<Check<?>> checks();
}
