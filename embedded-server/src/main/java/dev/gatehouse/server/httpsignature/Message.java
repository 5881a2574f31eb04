package dev.gatehouse.server.httpsignature;

import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message as a signature sees it (RFC 9421 §2).
 *
 * @param method of a request, for example {@code GET}; empty for a response
 * @param scheme of a request, {@code http} or {@code https}; empty for a response
 * @param target of a request, just as it is sent, for example {@code /me?now}; empty for a response
 * @param status of a response; 0 for a request
 * @param headers every header line in the order in which it is sent
 * @param trailers every line of the trailer section (RFC 9110 §6.5)
 * @param request what a response answers, if that is known
 */
public record Message(
    String method,
    String scheme,
    String target,
    int status,
    List<Header> headers,
    List<Header> trailers,
    @Nullable Message request) {
  public Message {
    headers = List.copyOf(headers);
    trailers = List.copyOf(trailers);
  }

  /** A request without trailers. */
  public static Message request(String method, String scheme, String target, List<Header> headers) {
    return new Message(method, scheme, target, 0, headers, List.of(), null);
  }

  /** A response without trailers to this request. */
  public static Message response(int status, List<Header> headers, @Nullable Message request) {
    return new Message("", "", "", status, headers, List.of(), request);
  }

  /** Whether it is a request. */
  public boolean isRequest() {
    return status == 0;
  }

  /**
   * Host and port to which a request is addressed, in lower case and without the port that its
   * scheme implies (RFC 9421 §2.2.3).
   *
   * @throws ComponentException if it does not have exactly one Host
   */
  String authority() throws ComponentException {
    List<String> hosts =
        headers.stream()
            .filter(header -> header.name().equalsIgnoreCase("Host"))
            .map(Header::value)
            .toList();
    if (hosts.size() != 1) {
      throw new ComponentException("the request has " + hosts.size() + " Host headers");
    }
    String host = hosts.get(0).strip().toLowerCase(Locale.ROOT);
    String implied = scheme.equals("https") ? ":443" : ":80";
    return host.endsWith(implied) ? host.substring(0, host.length() - implied.length()) : host;
  }

  /** The path of a request's target as it stands there (RFC 9421 §2.2.6). */
  String path() {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return path.isEmpty() ? "/" : path;
  }

  /** The query of a request's target as it stands there, without its question mark. */
  String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }
}
