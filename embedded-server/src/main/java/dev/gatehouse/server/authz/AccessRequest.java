package dev.gatehouse.server.authz;

import dev.gatehouse.server.trace.Principal;
import java.util.Set;

/**
 * What is to be decided: who wants to do what, with what.
 *
 * @param principal who
 * @param action what, for example {@link Action#EVENTS_READ}
 * @param resource with what, in words for the record, for example {@code calendar:alice-work}
 * @param calendar whether the resource is, or belongs to, a calendar
 * @param exists whether there is such a calendar
 * @param relation what that calendar is to the caller; {@link Relation#NONE} if it does not exist
 * @param properties the names of the properties that the request body wants to set; empty if none
 * @param handedOn the scopes that the request wants to hand on to a new credential; empty if none
 */
public record AccessRequest(
    Principal principal,
    Action action,
    String resource,
    boolean calendar,
    boolean exists,
    Relation relation,
    Set<String> properties,
    Set<String> handedOn) {
  public AccessRequest {
    properties = Set.copyOf(properties);
    handedOn = Set.copyOf(handedOn);
  }

  /** A request that hands nothing on. */
  public AccessRequest(
      Principal principal,
      Action action,
      String resource,
      boolean calendar,
      boolean exists,
      Relation relation,
      Set<String> properties) {
    this(principal, action, resource, calendar, exists, relation, properties, Set.of());
  }
}
