package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that is about to be sent.
 *
 * @param method for example {@code GET}
 * @param url absolute, for example {@code https://127.0.0.1:8443/me}
 * @param headers in the order in which they will be sent; the client adds those that HTTP needs
 * @param body the body; empty if there is none
 * @param certificate what the client shows in the TLS handshake, or null for nothing
 */
public record Draft(
    String method,
    String url,
    List<Header> headers,
    byte[] body,
    @Nullable ClientCertificate certificate) {
  // Cut out, for java.net.URI refuses characters that are sent all the same (RFC 3986 §3).
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://(?:[^/?#]*@)?([^/?#]+)([^#]*)(?:#.*)?", Pattern.DOTALL);

  public Draft {
    headers = List.copyOf(headers);
  }

  /** A request on whose connection the client shows no certificate. */
  public Draft(String method, String url, List<Header> headers, byte[] body) {
    this(method, url, headers, body, null);
  }

  /** The same request on a connection on which this certificate is shown. */
  public Draft showing(ClientCertificate shown) {
    return new Draft(method, url, headers, body, shown);
  }

  /** Whom the certificate names that is shown; empty if none is. */
  public String shown() {
    return certificate == null ? "" : certificate.subject();
  }

  /** The same request with one more header line at its end. */
  public Draft withHeader(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Draft(method, url, more, body, certificate);
  }

  /**
   * Path and query of the URL just as they stand there, for example {@code /me?now}; all of it if
   * it is no address that can be called.
   */
  public String target() {
    Matcher parts = ADDRESS.matcher(url);
    if (!parts.matches()) {
      return url;
    }
    String target = parts.group(2);
    return target.startsWith("/") ? target : "/" + target;
  }

  /** The host of the URL and its port, if one stands there; empty if it is no such address. */
  public String authority() {
    Matcher parts = ADDRESS.matcher(url);
    return parts.matches() ? parts.group(1) : "";
  }
}
