package dev.gatehouse.server.trace;

/**
 * Something a check looked at, shown to whoever wants to see for themselves.
 *
 * @param label what it is, for example {@code signed text}
 * @param value the thing itself, as text
 * @param secret whether it must be masked unless somebody asks for it on purpose
 */
public record Evidence(String label, String value, boolean secret) {
  /** What stands in the place of a secret value. */
  public static final String MASK = "••••••••";

  /** The same evidence with a secret value masked. */
  public Evidence masked() {
    return secret ? new Evidence(label, MASK, true) : this;
  }
}
