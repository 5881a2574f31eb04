package dev.gatehouse.desktop.exchange;

import java.util.List;

/**
 * A request that is about to leave.
 *
 * @param purpose what it is for, in a few words
 * @param between who sends it to whom
 * @param draft the request
 * @param before what was sent and received before it
 */
public record NextStep(String purpose, Between between, Draft draft, List<Hop> before) {
  public NextStep {
    before = List.copyOf(before);
  }

  /** Which one it is, from 1. */
  public int number() {
    return before.size() + 1;
  }
}
