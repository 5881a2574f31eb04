package dev.gatehouse.desktop.oauth;

/** A flow that cannot go on. The message tells a person why, and what to try. */
public final class FlowException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A flow that cannot go on for this reason. */
  public FlowException(String message) {
    super(message);
  }
}
