package dev.gatehouse.server.authz;

/**
 * The methods that a request names.
 *
 * @param judged the one in its first line, by which its action is known
 * @param meant the one that is to be carried out: the same, unless a header names another
 */
public record MethodAsked(String judged, String meant) {
  /** A request that names one method only. */
  public static MethodAsked plainly(String method) {
    return new MethodAsked(method, method);
  }

  /** Whether it names one method only. */
  boolean isPlain() {
    return judged.equals(meant);
  }
}
