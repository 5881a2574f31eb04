package dev.gatehouse.server.httpsignature;

/** A component of a message that cannot be read, so that nothing can be signed or verified. */
public final class ComponentException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * What is wrong with it.
   *
   * @param message for people to read, for example {@code the message has no content-digest}
   */
  public ComponentException(String message) {
    super(message);
  }

  /** What is wrong with it, for people to read. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
