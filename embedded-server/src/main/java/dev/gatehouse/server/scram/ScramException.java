package dev.gatehouse.server.scram;

/** A message of SCRAM cannot be read, or a text cannot be used in one. The message says why. */
public final class ScramException extends Exception {
  /** With what is wrong. */
  public ScramException(String message) {
    super(message);
  }
}
