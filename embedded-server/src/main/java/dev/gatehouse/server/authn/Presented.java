package dev.gatehouse.server.authn;

/**
 * A credential found in a request. Nothing about it is believed yet.
 *
 * @param location where it stood
 * @param position the index of its header line, so that several are taken in the order in which
 *     they came
 * @param value the credential itself: the header's value, the cookie's value, the parameter's value
 */
public record Presented(Location location, int position, String value) {
  /** The places where a request can carry a credential. */
  public enum Location {
    AUTHORIZATION_HEADER("the Authorization header"),
    OTHER_HEADER("a header of its own"),
    COOKIE("a cookie"),
    QUERY("the query of the URL"),
    BODY("the body"),
    CONNECTION("the TLS connection");

    private final String words;

    Location(String words) {
      this.words = words;
    }

    /** The place in words. */
    public String words() {
      return words;
    }
  }
}
