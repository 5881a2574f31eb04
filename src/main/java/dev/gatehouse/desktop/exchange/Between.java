package dev.gatehouse.desktop.exchange;

/**
 * Between which two a request runs; its answer goes back the same way.
 *
 * @param from who sends it
 * @param to who answers it
 */
public record Between(Lane from, Lane to) {
  /** A call of the API, which is what most requests are. */
  public static final Between CALL = new Between(Lane.CLIENT, Lane.API);

  /** What client and authorization server say to each other alone: the back channel. */
  public static final Between BACK = new Between(Lane.CLIENT, Lane.AUTHORIZATION_SERVER);

  /** What the browser fetches by itself, or because it was sent there. */
  public static final Between BROWSING = new Between(Lane.BROWSER, Lane.AUTHORIZATION_SERVER);

  /** A form that the person fills in and sends. */
  public static final Between BY_HAND = new Between(Lane.YOU, Lane.AUTHORIZATION_SERVER);

  /** The browser comes back to the program that had sent it away. */
  public static final Between RETURN = new Between(Lane.BROWSER, Lane.CLIENT);

  /** For people to read, for example {@code Client → Calendar API}. */
  public String words() {
    return from.text() + " → " + to.text();
  }
}
