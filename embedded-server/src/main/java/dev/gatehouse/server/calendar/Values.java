package dev.gatehouse.server.calendar;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a calendar may be called. */
final class Values {
  private static final int COLOR_LENGTH = 32;
  private static final Pattern COLOR = Pattern.compile("(#[0-9A-Fa-f]{3,8}|[A-Za-z]+)?");

  private Values() {}

  static Calendar calendar(String id, String owner, CalendarDraft draft) {
    return new Calendar(
        id,
        owner,
        Limits.required(draft.name(), "name", Limits.TITLE),
        Limits.text(draft.description(), "description", Limits.DESCRIPTION),
        color(draft.color()));
  }

  static Calendar changed(Calendar calendar, CalendarChange change) {
    return new Calendar(
        calendar.id(),
        change.owner() == null ? calendar.owner() : person(change.owner(), "owner"),
        change.name() == null
            ? calendar.name()
            : Limits.required(change.name(), "name", Limits.TITLE),
        change.description() == null
            ? calendar.description()
            : Limits.text(change.description(), "description", Limits.DESCRIPTION),
        change.color() == null ? calendar.color() : color(change.color()));
  }

  /** An identifier of a person, as far as can be told here. */
  static String person(@Nullable String id, String field) {
    return Limits.required(id, field, 255);
  }

  private static String color(@Nullable String text) {
    String color = Limits.text(text, "color", COLOR_LENGTH);
    if (!COLOR.matcher(color).matches()) {
      throw new InvalidInput("color", "color must be as in CSS, for example #3366cc or teal");
    }
    return color;
  }
}
