package dev.gatehouse.server.identity;

import dev.gatehouse.server.trace.Claimant;

/** People and their stored credentials. */
public interface Identity {
  /** The first person in the table, with everything they may do: whom a server without a gate takes everybody for. */
  Claimant firstPerson();
}
