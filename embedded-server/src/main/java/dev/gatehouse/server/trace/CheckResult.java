package dev.gatehouse.server.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the trace says of one check.
 *
 * @param id the check's stable name, {@code type.what}
 * @param question what it asks
 * @param source where it is demanded
 * @param why why it is made; may be empty
 * @param outcome how it ended
 * @param expected what had to be so; empty if it did not run
 * @param actual what was so; empty if it was not reached
 * @param weakness the name of the weakness that took it away, else null
 * @param evidence what it looked at
 * @param micros how long it took, in microseconds
 * @param refusal how its failure is answered; null unless it failed
 */
public record CheckResult(
    String id,
    String question,
    String source,
    String why,
    Outcome outcome,
    String expected,
    String actual,
    @Nullable String weakness,
    List<Evidence> evidence,
    long micros,
    @Nullable Refusal refusal) {}
