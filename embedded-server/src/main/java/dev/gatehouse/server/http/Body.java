package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.Arrival;
import java.util.List;
import java.util.Locale;

/** What kind of body a route takes. */
enum Body {
  /** None; one that comes is not looked at. */
  NONE,
  /** A JSON object. */
  JSON("application/json"),
  /** A JSON object that names what changes (RFC 7396). */
  MERGE_PATCH("application/merge-patch+json", "application/json"),
  /** A JSON object, or the same as a form without any script sends it. */
  JSON_OR_FORM("application/json", "application/x-www-form-urlencoded"),
  /** iCalendar (RFC 5545). */
  CALENDAR("text/calendar"),
  /** What logs somebody in, which the gate reads by itself. */
  LOGIN,
  /** A new passkey, which the gate reads by itself. */
  PASSKEY("application/json"),
  /** What a form sends; an endpoint of the authorization server reads it. */
  FORM("application/x-www-form-urlencoded");

  private final List<String> mediaTypes;

  Body(String... mediaTypes) {
    this.mediaTypes = List.of(mediaTypes);
  }

  /** Whether it is read as a JSON object. */
  boolean isObject() {
    return this == JSON || this == MERGE_PATCH || this == JSON_OR_FORM;
  }

  /** Whether the gate reads it by itself, and the handler relies on that. */
  boolean isReadByGate() {
    return this == LOGIN || this == PASSKEY;
  }

  /** The media types that are taken; empty if no body is read here. */
  List<String> mediaTypes() {
    return mediaTypes;
  }

  /**
   * Asks whether this request's body is of a media type that is taken.
   *
   * @throws Refused with 415 if not
   */
  void demandMediaType(Arrival arrival) {
    if (!mediaTypes.isEmpty() && !mediaTypes.contains(mediaTypeOf(arrival))) {
      String accepted = String.join(", ", mediaTypes);
      throw Problem.of(415, "The body must be of the type " + accepted + ".")
          .with("Accept", accepted)
          .thrown();
    }
  }

  /**
   * The media type of a request's body in lower case, without parameters; empty if none is named.
   */
  static String mediaTypeOf(Arrival arrival) {
    return arrival
        .value(Reply.CONTENT_TYPE)
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
