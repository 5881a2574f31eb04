package dev.gatehouse.desktop.credential;

import java.util.Map;

/** A secret that is sent as it is, in one header line. */
final class HeaderSecret {
  private HeaderSecret() {}

  /**
   * The value of this field, without blanks around it, which come along when a secret is pasted.
   *
   * @param what what it is called, for people to read
   * @throws CredentialException if there is none, or if it cannot be in a header line
   */
  static String from(Map<String, String> values, String field, String what)
      throws CredentialException {
    String value = values.getOrDefault(field, "").strip();
    if (value.isEmpty()) {
      throw new CredentialException(
          "There is no " + what + " yet. Paste one, or choose a person who has one.");
    }
    if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new CredentialException(
          "The "
              + what
              + " has a line break in it, and a header line cannot (RFC 9110 §5.5). Paste it again as one line.");
    }
    return value;
  }
}
