package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Passwords;
import dev.gatehouse.server.trace.Finding;
import java.text.Normalizer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A name and a password as they were read from a request, or why they could not be.
 *
 * @param arrival the request
 * @param sent what they were read from
 * @param name who it is said to be, in Unicode's normal form C (RFC 8265 §3.4); null if it could
 *     not be read
 * @param password what is to prove it; null if it could not be read
 * @param flaw why it could not be read, in words; empty if it could
 * @param answer what came of comparing the password, once that was done, so that it is done once
 */
public record PasswordReading(
    Arrival arrival,
    String sent,
    @Nullable String name,
    @Nullable String password,
    String flaw,
    AtomicReference<Passwords.@Nullable Answer> answer) {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PASSWORD = 1_000;

  /**
   * A name and a password that were read, unless there is something in them that cannot be in
   * either.
   */
  public static PasswordReading of(Arrival arrival, String sent, String name, String password) {
    String flaw = flawIn(name, password);
    return flaw.isEmpty()
        ? new PasswordReading(
            arrival,
            sent,
            Normalizer.normalize(name, Normalizer.Form.NFC),
            password,
            "",
            new AtomicReference<>())
        : unreadable(arrival, sent, flaw);
  }

  /** What could not be read. */
  public static PasswordReading unreadable(Arrival arrival, String sent, String flaw) {
    return new PasswordReading(arrival, sent, null, null, flaw, new AtomicReference<>());
  }

  /** The address it came from. */
  public String source() {
    return arrival.remoteAddress();
  }

  /** What the check for well-formedness has to say. */
  public Finding finding(String expected) {
    if (name == null || password == null) {
      return Finding.failed(expected, flaw).withSecret("as sent", sent);
    }
    return Finding.passed(expected, "the name " + name + " and a password")
        .withSecret("as sent", sent)
        .with("name", name)
        .withSecret("password", password);
  }

  private static String flawIn(String name, String password) {
    if (name.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD) {
      return "a name or a password that is far too long";
    }
    if ((name + password).chars().anyMatch(Character::isISOControl)) {
      return "a control character in it";
    }
    return (name + ":" + password)
            .codePoints()
            .anyMatch(c -> Character.getType(c) == Character.SURROGATE)
        ? "half a character in it"
        : "";
  }
}
