package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.authz.Relation;
import dev.gatehouse.server.calendar.Access;
import dev.gatehouse.server.calendar.Calendar;
import dev.gatehouse.server.calendar.CalendarChange;
import dev.gatehouse.server.calendar.CalendarDraft;
import dev.gatehouse.server.calendar.Calendars;
import dev.gatehouse.server.calendar.Sharing;
import dev.gatehouse.server.identity.Identity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calendars, and with whom they are shared. Who may do what was settled before. */
final class CalendarRoutes {
  static final String ALL = "/calendars";
  static final String ONE = ALL + "/{calendar}";
  private static final String PERSON = "person";
  private static final String SHARING = ONE + "/sharing";
  private static final String SHARED_WITH = SHARING + "/{person}";

  private final Calendars calendars;
  private final Identity identity;

  private CalendarRoutes(Calendars calendars, Identity identity) {
    this.calendars = calendars;
    this.identity = identity;
  }

  static List<Route> routes(Calendars calendars, Identity identity) {
    CalendarRoutes routes = new CalendarRoutes(calendars, identity);
    return List.of(
        Route.of("GET", ALL, Action.CALENDARS_LIST, routes::list),
        Route.of("POST", ALL, Action.CALENDARS_CREATE, Body.JSON, routes::create),
        Route.of("GET", ONE, Action.CALENDAR_READ, routes::get),
        Route.of("PATCH", ONE, Action.CALENDAR_WRITE, Body.MERGE_PATCH, routes::change),
        Route.of("DELETE", ONE, Action.CALENDAR_DELETE, routes::delete),
        Route.of("GET", SHARING, Action.SHARING_READ, routes::sharing),
        Route.of("GET", SHARED_WITH, Action.SHARING_READ, routes::sharedWith),
        Route.of("PUT", SHARED_WITH, Action.SHARING_WRITE, Body.JSON, routes::share),
        Route.of("DELETE", SHARED_WITH, Action.SHARING_WRITE, routes::unshare));
  }

  /** The value of a {@code Location} header: these segments of a path, escaped where need be. */
  static String location(String... segments) {
    StringBuilder path = new StringBuilder();
    for (String segment : segments) {
      path.append('/')
          .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return path.toString();
  }

  private Reply list(Call call) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode all = body.putArray("calendars");
    calendars
        .visibleTo(call.caller().id())
        .forEach(visible -> all.add(json(visible.calendar(), visible.relation())));
    return Reply.ok(body);
  }

  private Reply create(Call call) {
    Payload payload = call.payload();
    CalendarDraft draft =
        new CalendarDraft(payload.text("name"), payload.text("description"), payload.text("color"));
    Calendar created = calendars.create(call.caller().id(), draft);
    return Reply.json(201, json(created, Relation.OWNER))
        .with("Location", location("calendars", created.id()));
  }

  private Reply get(Call call) {
    return calendars
        .find(calendarOf(call))
        .map(found -> reply(call, found))
        .orElseThrow(CalendarRoutes::missing);
  }

  private Reply change(Call call) {
    Payload payload = call.payload();
    CalendarChange change =
        new CalendarChange(
            changed(payload, "name"),
            changed(payload, "description"),
            changed(payload, "color"),
            payload.text("owner"));
    return calendars
        .change(calendarOf(call), change)
        .map(found -> reply(call, found))
        .orElseThrow(CalendarRoutes::missing);
  }

  private Reply delete(Call call) {
    if (!calendars.delete(calendarOf(call))) {
      throw Problem.notFound().thrown();
    }
    return Reply.noContent();
  }

  private Reply sharing(Call call) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode all = body.putArray("sharing");
    calendars.sharing(calendarOf(call)).forEach(one -> all.add(json(one)));
    return Reply.ok(body);
  }

  private Reply sharedWith(Call call) {
    return calendars
        .sharing(calendarOf(call), call.parameter(PERSON))
        .map(one -> Reply.ok(json(one)))
        .orElseThrow(CalendarRoutes::missing);
  }

  private Reply share(Call call) {
    Sharing with = new Sharing(call.parameter(PERSON), Access.named(call.payload().text("access")));
    if (identity.person(with.person()).isEmpty()) {
      throw Problem.of(404, "There is no such person to share with.").aboutField(PERSON).thrown();
    }
    calendars.share(calendarOf(call), with);
    return Reply.ok(json(with));
  }

  private Reply unshare(Call call) {
    if (!calendars.unshare(calendarOf(call), call.parameter(PERSON))) {
      throw Problem.notFound().thrown();
    }
    return Reply.noContent();
  }

  private Reply reply(Call call, Calendar calendar) {
    return Reply.ok(json(calendar, calendars.relation(call.caller().id(), calendar.id())));
  }

  private static String calendarOf(Call call) {
    return call.parameter(Route.CALENDAR);
  }

  /** In a merge patch null takes a value away (RFC 7396), and what is not named stays. */
  private static @Nullable String changed(Payload payload, String name) {
    @Nullable String value = payload.text(name);
    return value == null && payload.has(name) ? "" : value;
  }

  private static Refused missing() {
    return Problem.notFound().thrown();
  }

  private static ObjectNode json(Calendar calendar, Relation relation) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", calendar.id())
        .put("owner", calendar.owner())
        .put("name", calendar.name())
        .put("description", calendar.description())
        .put("color", calendar.color())
        .put("access", relation.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static ObjectNode json(Sharing sharing) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(PERSON, sharing.person())
        .put("access", sharing.access().text());
  }
}
