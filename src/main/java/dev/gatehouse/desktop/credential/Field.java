package dev.gatehouse.desktop.credential;

import java.util.List;

/**
 * Something a person fills in to make a credential. The form is drawn from these.
 *
 * @param name its key among the values, for example {@code password}
 * @param label for people to read
 * @param kind how it is edited
 * @param choices what can be chosen, for {@link Kind#CHOICE}
 * @param help one line: what to write there
 */
public record Field(String name, String label, Kind kind, List<String> choices, String help) {
  /** How a field is edited. */
  public enum Kind {
    TEXT,
    /** Masked unless revealed. */
    SECRET,
    CHOICE,
    /**
     * A JSON Web Token: header, payload, key and signature, each in sight. The value is the encoded
     * token.
     */
    JWT
  }

  public Field {
    choices = List.copyOf(choices);
  }

  /** A line of text. */
  public static Field text(String name, String label, String help) {
    return new Field(name, label, Kind.TEXT, List.of(), help);
  }

  /** A line of text that is masked unless revealed. */
  public static Field secret(String name, String label, String help) {
    return new Field(name, label, Kind.SECRET, List.of(), help);
  }

  /** One of several. */
  public static Field choice(String name, String label, String help, String... choices) {
    return new Field(name, label, Kind.CHOICE, List.of(choices), help);
  }

  /** A JSON Web Token. */
  public static Field jwt(String name, String label, String help) {
    return new Field(name, label, Kind.JWT, List.of(), help);
  }
}
