package dev.gatehouse.desktop.exchange;

/** Who can take part in an exchange, from left to right as they are drawn. */
public enum Lane {
  /** The person. */
  YOU("You"),
  /** What carries messages between the two that trust each other through the person. */
  BROWSER("Browser"),
  /** The program that wants to call. */
  CLIENT("Client"),
  /** Who gives tokens. */
  AUTHORIZATION_SERVER("Authorization server"),
  /** Who is called in the end. */
  API("Calendar API");

  private final String text;

  Lane(String text) {
    this.text = text;
  }

  /** For people to read. */
  public String text() {
    return text;
  }
}
