package dev.gatehouse.server.jose;

import java.time.Duration;

/** The keys of an issuer cannot be had just now. The message says why. */
public final class KeysUnavailableException extends Exception {
  private final Duration retryAfter;

  /**
   * With the reason.
   *
   * @param retryAfter when it is worth another try
   */
  public KeysUnavailableException(String reason, Duration retryAfter) {
    super(reason);
    this.retryAfter = retryAfter;
  }

  /** Why, for people to read. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** When it is worth another try. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
