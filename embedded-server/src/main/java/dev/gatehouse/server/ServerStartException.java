package dev.gatehouse.server;

/** A server could not be started. Its message says why and what to try, for people. */
public final class ServerStartException extends RuntimeException {
  private final boolean wrongOptions;

  ServerStartException(String message, Throwable cause) {
    super(message, cause);
    this.wrongOptions = false;
  }

  private ServerStartException(String message) {
    super(message);
    this.wrongOptions = true;
  }

  /** The options themselves are at fault, so that the same start can never succeed. */
  static ServerStartException wrongOptions(String message) {
    return new ServerStartException(message);
  }

  /** Whether the options themselves are at fault. */
  public boolean isAboutOptions() {
    return wrongOptions;
  }
}
