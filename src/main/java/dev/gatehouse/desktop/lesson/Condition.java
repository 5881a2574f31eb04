package dev.gatehouse.desktop.lesson;

import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.List;
import java.util.Optional;

/**
 * Something an exchange must show.
 *
 * @param field which field of the record
 * @param test how its value is judged
 * @param values what it is compared with; empty for {@link Test#PRESENT} and {@link Test#ABSENT}
 */
public record Condition(ExchangeField field, Test test, List<String> values) {
  /** How a value is judged. */
  public enum Test {
    /** It is one of the values. */
    IS,
    /** It is none of the values, or there is none. */
    NOT,
    /** It contains one of the values. */
    CONTAINS,
    /** There is a value. */
    PRESENT,
    /** There is no value. */
    ABSENT
  }

  public Condition {
    values = List.copyOf(values);
  }

  /** Whether this exchange shows it. */
  public boolean holds(ExchangeRecord exchange) {
    Optional<String> actual = field.in(exchange);
    return switch (test) {
      case IS -> actual.filter(values::contains).isPresent();
      case NOT -> actual.filter(values::contains).isEmpty();
      case CONTAINS ->
          actual.filter(value -> values.stream().anyMatch(value::contains)).isPresent();
      case PRESENT -> actual.isPresent();
      case ABSENT -> actual.isEmpty();
    };
  }

  /** What was looked for and what was there instead, for people to read. */
  public String mismatch(ExchangeRecord exchange) {
    String actual = field.in(exchange).orElse("not there");
    return "Looked for: %s %s. In your exchange it is %s."
        .formatted(field.words(), wanted(), actual);
  }

  private String wanted() {
    String either = String.join(" or ", values);
    return switch (test) {
      case IS -> "is " + either;
      case NOT -> "is not " + either;
      case CONTAINS -> "contains " + either;
      case PRESENT -> "is there";
      case ABSENT -> "is not there";
    };
  }
}
