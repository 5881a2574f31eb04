package dev.gatehouse.server.calendar;

import dev.gatehouse.server.authz.Relation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a calendar may be shared for. */
public enum Access {
  /** To see when its owner is busy. */
  FREE_BUSY("free-busy", Relation.FREE_BUSY),
  /** To read its events. */
  READER("reader", Relation.READER),
  /** To read and write its events. */
  WRITER("writer", Relation.WRITER);

  private final String text;
  private final Relation relation;

  Access(String text, Relation relation) {
    this.text = text;
    this.relation = relation;
  }

  /** Its name in the API, for example {@code free-busy}. */
  public String text() {
    return text;
  }

  /** What the calendar becomes to whom it is shared with. */
  public Relation relation() {
    return relation;
  }

  /**
   * The access of this name.
   *
   * @throws InvalidInput if there is none
   */
  public static Access named(@Nullable String text) {
    return Arrays.stream(values())
        .filter(access -> access.text.equals(text))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInput("access", "access must be free-busy, reader or writer"));
  }
}
