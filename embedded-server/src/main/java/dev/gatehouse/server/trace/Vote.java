package dev.gatehouse.server.trace;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one rule voted, and why.
 *
 * @param id the rule's stable name
 * @param question what the rule asks
 * @param source where that is demanded
 * @param choice permit, deny or abstain
 * @param reason why, in words
 * @param weakness the name of the weakness that took the rule away, else null
 * @param refusal how a denial by it is answered; null unless it was against
 */
public record Vote(
    String id,
    String question,
    String source,
    Choice choice,
    String reason,
    @Nullable String weakness,
    @Nullable Refusal refusal) {
  /** In favour, against, or neither. */
  public enum Choice {
    PERMIT,
    DENY,
    ABSTAIN;

    /** The word used in exchange records. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
