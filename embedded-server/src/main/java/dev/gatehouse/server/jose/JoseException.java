package dev.gatehouse.server.jose;

/**
 * A key or token that cannot be read. Its message says in a few words what is wrong, for the one
 * who sent it; it never repeats a secret.
 */
public final class JoseException extends Exception {
  /** What is wrong, in words that follow "it is not usable: ". */
  public JoseException(String problem) {
    super(problem);
  }

  /** What is wrong, in words. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
