package dev.gatehouse.server.calendar;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event shall be, as a caller wrote it; nothing is checked yet.
 *
 * @param title required
 * @param start required: an RFC 3339 date-time, or a date if it lasts all day
 * @param end required, likewise; exclusive
 * @param allDay null for false
 * @param location null for none
 * @param description null for none
 * @param recurrence an RFC 5545 §3.3.10 rule, or null for none
 */
public record EventDraft(
    @Nullable String title,
    @Nullable String start,
    @Nullable String end,
    @Nullable Boolean allDay,
    @Nullable String location,
    @Nullable String description,
    @Nullable String recurrence) {

  /**
   * Reads the members of a JSON object, by the names of this record. Others are ignored.
   *
   * @param members texts, true or false, or null
   * @throws InvalidInput if a member is of the wrong type
   */
  public static EventDraft of(Map<String, ? extends @Nullable Object> members) {
    return new EventDraft(
        text(members, "title"),
        text(members, "start"),
        text(members, "end"),
        flag(members, "allDay"),
        text(members, "location"),
        text(members, "description"),
        text(members, "recurrence"));
  }

  /** The event as it is, with these members changed (RFC 7396): null takes a value away. */
  static EventDraft of(Event event, Map<String, ? extends @Nullable Object> changes) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("title", event.title());
    members.put("start", event.start());
    members.put("end", event.end());
    members.put("allDay", event.allDay());
    members.put("location", event.location());
    members.put("description", event.description());
    members.put("recurrence", event.recurrence());
    members.putAll(changes);
    return of(members);
  }

  private static @Nullable String text(Map<String, ?> members, String name) {
    @Nullable Object value = members.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new InvalidInput(name, name + " must be a text");
  }

  private static @Nullable Boolean flag(Map<String, ?> members, String name) {
    @Nullable Object value = members.get(name);
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    throw new InvalidInput(name, name + " must be true or false");
  }
}
