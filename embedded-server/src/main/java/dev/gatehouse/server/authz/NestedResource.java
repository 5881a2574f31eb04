package dev.gatehouse.server.authz;

import org.jspecify.annotations.Nullable;

/**
 * Something in a calendar that a request names, such as one event, and where it really is.
 *
 * @param askedIn the calendar in which it is asked for
 * @param foundIn the calendar in which it is; null if it does not exist
 */
public record NestedResource(String askedIn, @Nullable String foundIn) {
  /** Whether it is in the calendar in which it is asked for. */
  boolean isInPlace() {
    return askedIn.equals(foundIn);
  }
}
