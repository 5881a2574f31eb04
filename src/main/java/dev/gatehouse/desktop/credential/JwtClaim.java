package dev.gatehouse.desktop.credential;

/**
 * One name in a JSON Web Token, explained.
 *
 * @param part where it stands
 * @param name for example {@code exp}
 * @param value as JSON, except that a text stands without its quotes
 * @param means the value in plain words, for example a date or what an algorithm is; may be empty
 * @param text what the name is for, in a sentence or two
 * @param source where that is written, for example {@code RFC 7519 §4.1.4}; empty for a name of
 *     somebody's own
 */
public record JwtClaim(
    Part part, String name, String value, String means, String text, String source) {
  /** Where a name stands. */
  public enum Part {
    HEADER,
    PAYLOAD
  }
}
