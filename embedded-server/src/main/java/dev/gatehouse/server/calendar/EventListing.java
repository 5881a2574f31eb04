package dev.gatehouse.server.calendar;

import java.util.List;

/**
 * Some events, by their beginning.
 *
 * @param events in order
 * @param complete false if there are more in the window than are ever given at once
 */
public record EventListing(List<Event> events, boolean complete) {
  public EventListing {
    events = List.copyOf(events);
  }
}
