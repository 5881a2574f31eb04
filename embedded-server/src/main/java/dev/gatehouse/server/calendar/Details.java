package dev.gatehouse.server.calendar;

/**
 * What an event says for people to read.
 *
 * @param title never empty
 * @param location may be empty
 * @param description may be empty
 */
record Details(String title, String location, String description) {
  /** Reads what a caller wrote. */
  static Details of(EventDraft draft) {
    return new Details(
        Limits.required(draft.title(), "title", Limits.TITLE),
        Limits.text(draft.location(), "location", Limits.LOCATION),
        Limits.text(draft.description(), "description", Limits.DESCRIPTION));
  }

  /** The same under another title. */
  Details titled(String otherTitle) {
    return new Details(otherTitle, location, description);
  }
}
