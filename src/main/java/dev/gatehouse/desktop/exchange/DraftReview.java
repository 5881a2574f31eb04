package dev.gatehouse.desktop.exchange;

/** Sees each request before it leaves, and may send another in its place. */
@FunctionalInterface
public interface DraftReview {
  /** Lets everything go as it is. */
  DraftReview NONE = NextStep::draft;

  /**
   * Says what is sent. May wait for a person.
   *
   * @throws InterruptedException if the person cancelled it
   */
  Draft review(NextStep step) throws InterruptedException;
}
