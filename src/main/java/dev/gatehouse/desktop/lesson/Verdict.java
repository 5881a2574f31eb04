package dev.gatehouse.desktop.lesson;

import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a student is told about their exchange.
 *
 * @param done whether the task is done
 * @param said sentences to say, in order; they quote what really happened
 */
public record Verdict(boolean done, List<String> said) {
  public Verdict {
    said = List.copyOf(said);
  }

  /** Judges the student's exchange by the task's conditions. */
  public static Verdict of(Task task, ExchangeRecord exchange) {
    List<Condition> unmet =
        task.expect().stream().filter(condition -> !condition.holds(exchange)).toList();
    if (unmet.isEmpty()) {
      return new Verdict(true, List.of(Template.fill(task.done(), exchange)));
    }
    Optional<String> nearMiss =
        task.misses().stream()
            .filter(miss -> miss.when().stream().allMatch(condition -> condition.holds(exchange)))
            .map(miss -> Template.fill(miss.say(), exchange))
            .findFirst();
    String happened =
        exchange
            .stoppedBy()
            .map(
                id ->
                    Template.fill(
                        "You got {response.status}. It was {stopped-by} that said no: {why}.",
                        exchange))
            .orElseGet(
                () -> Template.fill("You got {response.status}. Nothing said no.", exchange));
    Stream<String> general =
        Stream.concat(
            Stream.of(happened),
            unmet.stream().limit(1).map(condition -> condition.mismatch(exchange)));
    return new Verdict(false, nearMiss.map(Stream::of).orElse(general).toList());
  }
}
