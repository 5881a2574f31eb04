package dev.gatehouse.server.trace;

/** How a check of a verification ended. */
public enum Outcome {
  /** It ran and found what it expected. */
  PASSED("passed"),
  /** It ran and did not find what it expected; the checks after it are not reached. */
  FAILED("failed"),
  /** A weakness has taken it away. */
  SKIPPED("skipped"),
  /** A check before it failed. */
  NOT_REACHED("not-reached");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  /** The word used in exchange records, in lower case with hyphens. */
  public String text() {
    return text;
  }
}
