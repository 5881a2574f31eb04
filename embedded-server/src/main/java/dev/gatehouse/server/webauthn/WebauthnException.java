package dev.gatehouse.server.webauthn;

/** Something that is not written as WebAuthn has it; the message says what, in words. */
public final class WebauthnException extends Exception {
  /** What is the matter, for example {@code no signature}. */
  public WebauthnException(String message) {
    super(message);
  }
}
