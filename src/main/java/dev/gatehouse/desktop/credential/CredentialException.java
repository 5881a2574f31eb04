package dev.gatehouse.desktop.credential;

/** A credential could not be made. The message says why and what to try, for people to read. */
public final class CredentialException extends Exception {
  /** With what went wrong and what to try. */
  public CredentialException(String message) {
    super(message);
  }
}
