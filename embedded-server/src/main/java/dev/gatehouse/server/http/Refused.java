package dev.gatehouse.server.http;

/** Carries a problem out of the handling of a request. It has no stack trace: it is no mistake. */
final class Refused extends RuntimeException {
  private final transient Problem problem;

  Refused(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** What to answer. */
  Problem problem() {
    return problem;
  }
}
