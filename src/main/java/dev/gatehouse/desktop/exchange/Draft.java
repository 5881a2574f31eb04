package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that is about to be sent.
 *
 * @param method for example {@code GET}
 * @param url absolute, for example {@code https://127.0.0.1:8443/me}
 * @param headers in the order in which they will be sent; the client adds those that HTTP needs
 * @param body the body; empty if there is none
 */
public record Draft(String method, String url, List<Header> headers, byte[] body) {
  public Draft {
    headers = List.copyOf(headers);
  }

  /** The same request with one more header line at its end. */
  public Draft withHeader(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Draft(method, url, more, body);
  }

  /** The same request to another URL. */
  public Draft withUrl(String other) {
    return new Draft(method, other, headers, body);
  }
}
