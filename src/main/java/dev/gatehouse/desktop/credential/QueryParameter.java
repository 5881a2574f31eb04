package dev.gatehouse.desktop.credential;

import dev.gatehouse.desktop.exchange.Draft;

/** Puts parameters on the URL of a request. */
final class QueryParameter {
  private QueryParameter() {}

  /**
   * The same request with these parameters at the end of its query, before a fragment.
   *
   * @param parameters escaped, with ampersands between them
   */
  static Draft added(Draft draft, String parameters) {
    int fragment = draft.url().indexOf('#');
    String url = fragment < 0 ? draft.url() : draft.url().substring(0, fragment);
    String between = !url.contains("?") ? "?" : url.endsWith("?") ? "" : "&";
    return new Draft(
        draft.method(),
        url + between + parameters,
        draft.headers(),
        draft.body(),
        draft.certificate());
  }
}
