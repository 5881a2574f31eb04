package dev.gatehouse.server.calendar;

/** A value that cannot be: the caller should mend it. */
public final class InvalidInput extends CalendarException {
  private final String field;

  /**
   * Refuses a value.
   *
   * @param field its name in the API, for example {@code start}
   * @param message what is wrong, as a sentence without a full stop
   */
  public InvalidInput(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The name of the value in the API, for example {@code start}. */
  public String field() {
    return field;
  }
}
