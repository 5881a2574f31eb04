package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.credential.Leg;
import dev.gatehouse.server.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * A request that will be sent, with what the server will check of it.
 *
 * @param leg who will send it to whom, and what the caller will check of the answer
 * @param scheme what the server will check; null if that is out of sight
 */
public record PlannedLeg(Leg leg, Catalogue.@Nullable Scheme scheme) {
  /** A request to a server that does not say what it checks. */
  public static PlannedLeg outOfSight(Leg leg) {
    return new PlannedLeg(leg, null);
  }
}
