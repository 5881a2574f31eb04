package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Vote;

/** How a step ended: what its icon and its word say. Colour only repeats it. */
public enum Mark {
  /** A check ran and found what it expected. */
  PASSED("passed"),
  /** A check ran and refused the caller. */
  FAILED("failed"),
  /** A weakness has taken a check or a rule away. */
  SKIPPED("skipped"),
  /** Something before it failed, so it was never asked. */
  NOT_REACHED("not reached"),
  /** It will be asked once the request is sent. */
  PENDING("will be asked"),
  /** A rule voted in favour. */
  PERMITS("permits"),
  /** A rule voted against. */
  DENIES("denies"),
  /** A rule had nothing to say. */
  ABSTAINS("abstains"),
  /** A message went this way, or something is worth knowing. */
  NOTE("");

  private final String word;

  Mark(String word) {
    this.word = word;
  }

  /** The word that stands beside the icon; empty for a plain note. */
  public String word() {
    return word;
  }

  /** The mark of a check with this outcome. */
  static Mark of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case SKIPPED -> SKIPPED;
      case NOT_REACHED -> NOT_REACHED;
    };
  }

  /** The mark of a rule that voted so. */
  static Mark of(Vote vote) {
    if (vote.weakness() != null) {
      return SKIPPED;
    }
    return switch (vote.choice()) {
      case PERMIT -> PERMITS;
      case DENY -> DENIES;
      case ABSTAIN -> ABSTAINS;
    };
  }
}
