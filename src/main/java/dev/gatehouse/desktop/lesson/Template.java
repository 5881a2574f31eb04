package dev.gatehouse.desktop.lesson;

import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Vote;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that quotes the student's own exchange: {@code You got {response.status}.} Fields
 * stand in braces, as in conditions; {@code {stopped-by}} is the check or rule that said no, and
 * {@code {why}} is what it found.
 */
public final class Template {
  /** The check or rule that said no. */
  static final String STOPPED_BY = "stopped-by";

  /** What that check or rule found. */
  static final String WHY = "why";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\s]+)}");

  private Template() {}

  /** The sentence with every placeholder filled in. */
  public static String fill(String template, ExchangeRecord exchange) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), exchange)));
  }

  /** What the placeholders of a sentence name, in order. */
  static List<String> placeholders(String template) {
    return PLACEHOLDER.matcher(template).results().map(match -> match.group(1)).toList();
  }

  private static String value(String name, ExchangeRecord exchange) {
    return switch (name) {
      case STOPPED_BY -> exchange.stoppedBy().orElse("nothing");
      case WHY -> why(exchange).orElse("nothing was refused");
      default -> ExchangeField.parse(name).flatMap(field -> field.in(exchange)).orElse("nothing");
    };
  }

  private static Optional<String> why(ExchangeRecord exchange) {
    return exchange
        .authentication()
        .failure()
        .map(check -> "it expected " + check.expected() + ", and found " + check.actual())
        .or(() -> exchange.authorization().denial().map(Vote::reason));
  }
}
