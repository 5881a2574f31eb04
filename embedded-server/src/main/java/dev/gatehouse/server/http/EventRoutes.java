package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.calendar.BusyPeriod;
import dev.gatehouse.server.calendar.CalendarEvents;
import dev.gatehouse.server.calendar.Calendars;
import dev.gatehouse.server.calendar.Event;
import dev.gatehouse.server.calendar.EventDraft;
import dev.gatehouse.server.calendar.EventListing;
import dev.gatehouse.server.calendar.ImportResult;
import dev.gatehouse.server.calendar.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in a calendar: its events, when its owner is busy, iCalendar in and out. */
final class EventRoutes {
  private static final String ID = "id";
  private static final String ALL = CalendarRoutes.ONE + "/events";
  private static final String ONE = ALL + "/{" + Route.EVENT + "}";
  private static final String ICALENDAR = "text/calendar;charset=utf-8";

  private final Calendars calendars;
  private final CalendarEvents events;

  private EventRoutes(Calendars calendars) {
    this.calendars = calendars;
    this.events = calendars.events();
  }

  /**
   * To be tried before those of {@link CalendarRoutes}, since a calendar's name may end in .ics.
   */
  static List<Route> routes(Calendars calendars) {
    EventRoutes routes = new EventRoutes(calendars);
    return List.of(
        Route.of("GET", ALL, Action.EVENTS_READ, routes::list),
        Route.of("POST", ALL, Action.EVENTS_WRITE, Body.JSON_OR_FORM, routes::create),
        Route.of("GET", ONE, Action.EVENTS_READ, routes::get),
        Route.of("PUT", ONE, Action.EVENTS_WRITE, Body.JSON, routes::replace),
        Route.of("PATCH", ONE, Action.EVENTS_WRITE, Body.MERGE_PATCH, routes::change),
        Route.of("DELETE", ONE, Action.EVENTS_WRITE, routes::delete),
        Route.of("GET", CalendarRoutes.ONE + "/freebusy", Action.FREEBUSY_READ, routes::freeBusy),
        Route.of("GET", CalendarRoutes.ONE + ".ics", Action.EVENTS_READ, routes::exported),
        Route.of(
            "POST",
            CalendarRoutes.ONE + "/import",
            Action.EVENTS_WRITE,
            Body.CALENDAR,
            routes::imported));
  }

  private Reply list(Call call) {
    EventListing listing = events.between(existing(call), window(call));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode all = body.putArray("events");
    listing.events().forEach(event -> all.add(json(event)));
    body.put("complete", listing.complete());
    return Reply.ok(body);
  }

  private Reply create(Call call) {
    Map<String, @Nullable Object> values = call.payload().values();
    if (values.containsKey(ID)) {
      throw Problem.badRequest("The server chooses the id of a new event.").aboutField(ID).thrown();
    }
    String calendar = calendarOf(call);
    Event event = events.add(calendar, EventDraft.of(values));
    return Reply.json(201, json(event))
        .with("Location", CalendarRoutes.location("calendars", calendar, "events", event.id()));
  }

  private Reply get(Call call) {
    return reply(events.find(homeOf(call), call.parameter(Route.EVENT)));
  }

  private Reply replace(Call call) {
    EventDraft draft = EventDraft.of(valuesOfSameEvent(call));
    return reply(events.replace(homeOf(call), call.parameter(Route.EVENT), draft));
  }

  private Reply change(Call call) {
    return reply(events.patch(homeOf(call), call.parameter(Route.EVENT), valuesOfSameEvent(call)));
  }

  private Reply delete(Call call) {
    if (!events.delete(homeOf(call), call.parameter(Route.EVENT))) {
      throw Problem.notFound().thrown();
    }
    return Reply.noContent();
  }

  private Reply freeBusy(Call call) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode busy = body.putArray("busy");
    for (BusyPeriod period : events.freeBusy(existing(call), window(call))) {
      busy.addObject().put("start", period.start()).put("end", period.end());
    }
    return Reply.ok(body);
  }

  private Reply exported(Call call) {
    String calendar = calendarOf(call);
    return Reply.text(200, ICALENDAR, events.exportIcs(calendar))
        .with(
            "Content-Disposition",
            "attachment; filename=\"" + calendar.replaceAll("[^A-Za-z0-9_-]", "_") + ".ics\"");
  }

  private Reply imported(Call call) {
    ImportResult result = events.importIcs(calendarOf(call), call.arrival().body());
    return Reply.ok(
        JsonNodeFactory.instance
            .objectNode()
            .put("added", result.added())
            .put("updated", result.updated()));
  }

  /** The calendar that the call names; it may not exist if no rule asked whose it is. */
  private String existing(Call call) {
    String calendar = calendarOf(call);
    if (calendars.find(calendar).isEmpty()) {
      throw Problem.notFound().thrown();
    }
    return calendar;
  }

  /**
   * The calendar in which the event is that the call names. That it is the one in the path was
   * settled by the rule {@code resource.belongs}.
   */
  private String homeOf(Call call) {
    return events
        .calendarOf(call.parameter(Route.EVENT))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  /** The values in the body, which may repeat the event's identifier but not change it. */
  private static Map<String, @Nullable Object> valuesOfSameEvent(Call call) {
    Map<String, @Nullable Object> values = call.payload().values();
    boolean other =
        values.containsKey(ID) && !call.parameter(Route.EVENT).equals(values.remove(ID));
    if (other) {
      throw Problem.badRequest("The id of an event cannot be changed.").aboutField(ID).thrown();
    }
    return values;
  }

  private static Window window(Call call) {
    return Window.of(call.query("from"), call.query("to"));
  }

  private static String calendarOf(Call call) {
    return call.parameter(Route.CALENDAR);
  }

  private static Reply reply(Optional<Event> event) {
    return event.map(found -> Reply.ok(json(found))).orElseThrow(() -> Problem.notFound().thrown());
  }

  private static ObjectNode json(Event event) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(ID, event.id())
        .put("title", event.title())
        .put("start", event.start())
        .put("end", event.end())
        .put("allDay", event.allDay())
        .put("location", event.location())
        .put("description", event.description())
        .put("recurrence", event.recurrence());
  }
}
