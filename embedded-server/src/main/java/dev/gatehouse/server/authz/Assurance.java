package dev.gatehouse.server.authz;

import java.util.Collection;

/**
 * How sure the server is of who calls, by what they proved it with: the levels of NIST SP 800-63B
 * §4, under the names by which a call demands them (RFC 9470 §3, {@code acr_values}).
 */
public enum Assurance {
  /** One thing was proved, such as a password. */
  ONE_FACTOR("aal1", "one factor"),
  /** Two different things were proved, such as a password and a one-time code. */
  TWO_FACTORS("aal2", "two factors");

  /** That a password was proved (RFC 8176 §2). */
  public static final String PASSWORD = "pwd";

  /** That a one-time code was proved (RFC 8176 §2). */
  public static final String ONE_TIME_CODE = "otp";

  /** That a key was proved (RFC 8176 §2). */
  public static final String KEY = "pop";

  /** That what was proved is two things at once: a key, and who unlocked it (RFC 8176 §2). */
  public static final String SEVERAL = "mfa";

  private final String text;
  private final String words;

  Assurance(String text, String words) {
    this.text = text;
    this.words = words;
  }

  /** Its name on the wire, for example {@code aal2}. */
  public String text() {
    return text;
  }

  /** It in words, for example {@code two factors}. */
  public String words() {
    return words;
  }

  /** What these methods (RFC 8176) amount to. */
  public static Assurance of(Collection<String> methods) {
    boolean both = methods.contains(PASSWORD) && methods.contains(ONE_TIME_CODE);
    return both || methods.contains(SEVERAL) ? TWO_FACTORS : ONE_FACTOR;
  }
}
