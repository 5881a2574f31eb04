package dev.gatehouse.server.authz;

import dev.gatehouse.server.trace.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
 * @param nested what it names in the calendar, for example one event; null if nothing
 * @param method the methods that it names
 */
public record AccessRequest(
    Principal principal,
    Action action,
    String resource,
    boolean calendar,
    boolean exists,
    Relation relation,
    Set<String> properties,
    Set<String> handedOn,
    @Nullable NestedResource nested,
    MethodAsked method) {
  public AccessRequest {
    properties = Set.copyOf(properties);
    handedOn = Set.copyOf(handedOn);
  }

  /** A request that names nothing in the calendar, and one method only. */
  public AccessRequest(
      Principal principal,
      Action action,
      String resource,
      boolean calendar,
      boolean exists,
      Relation relation,
      Set<String> properties,
      Set<String> handedOn) {
    this(
        principal,
        action,
        resource,
        calendar,
        exists,
        relation,
        properties,
        handedOn,
        null,
        MethodAsked.plainly(""));
  }

  /** Such a request that hands nothing on either. */
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

  /** The same request, which names this in the calendar. */
  public AccessRequest naming(@Nullable NestedResource part) {
    return with(part, method);
  }

  /** The same request, which names these methods. */
  public AccessRequest by(MethodAsked methods) {
    return with(nested, methods);
  }

  private AccessRequest with(@Nullable NestedResource part, MethodAsked methods) {
    return new AccessRequest(
        principal,
        action,
        resource,
        calendar,
        exists,
        relation,
        properties,
        handedOn,
        part,
        methods);
  }
}
