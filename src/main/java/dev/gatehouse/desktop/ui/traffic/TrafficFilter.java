package dev.gatehouse.desktop.ui.traffic;

import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Lets exchanges through in which every word is found: in the method, path, status, person, type of
 * credential, deciding check or rule, outcome, or program.
 *
 * @param words in lower case
 */
record TrafficFilter(List<String> words) implements Predicate<ExchangeRecord> {
  /** The filter for what a person wrote. */
  static TrafficFilter of(String text) {
    return new TrafficFilter(
        Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /** Whether it lets everything through. */
  boolean isEmpty() {
    return words.isEmpty();
  }

  @Override
  public boolean test(ExchangeRecord exchange) {
    String text = searchable(exchange);
    return words.stream().allMatch(text::contains);
  }

  private static String searchable(ExchangeRecord exchange) {
    TrafficSummary summary = TrafficSummary.of(exchange);
    return String.join(
            "\n",
            exchange.request().method(),
            exchange.request().target(),
            Integer.toString(exchange.response().status()),
            summary.who(),
            exchange.authentication().type(),
            summary.decidedBy(),
            summary.question(),
            summary.kind().word(),
            summary.program())
        .toLowerCase(Locale.ROOT);
  }
}
