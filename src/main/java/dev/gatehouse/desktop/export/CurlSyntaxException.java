package dev.gatehouse.desktop.export;

/**
 * A line is no command for curl that can be understood. The message says why, for people to read.
 */
public final class CurlSyntaxException extends Exception {
  /** With what is wrong and what to try. */
  public CurlSyntaxException(String message) {
    super(message);
  }
}
