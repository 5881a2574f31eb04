package dev.gatehouse.server.calendar;

/** Why a calendar did not do what it was asked for. The message is for the caller. */
public abstract sealed class CalendarException extends RuntimeException
    permits InvalidInput, LimitReached, ImportRefused, NoSuchCalendar {
  private final String sentence;

  CalendarException(String sentence) {
    // Nothing went wrong here: the caller's input did, so a stack trace would tell nobody anything.
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  /** What is wrong, as a sentence without capital and full stop. */
  @Override
  public String getMessage() {
    return sentence;
  }
}
