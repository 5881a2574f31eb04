package dev.gatehouse.server.authn;

import dev.gatehouse.server.trace.Header;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request as it arrived, before any of it is believed.
 *
 * @param method for example {@code GET}
 * @param target path and query exactly as sent, for example {@code /me?verbose}
 * @param headers every header line in the order in which it came
 * @param body the whole body; empty if there was none
 * @param encrypted whether it came over TLS
 * @param remoteAddress the address it came from, for example {@code 127.0.0.1}
 * @param certificates what the caller showed on the connection, its own first (RFC 8446 §4.4.2);
 *     nobody but the gate has judged them. Empty if none was shown
 */
public record Arrival(
    String method,
    String target,
    List<Header> headers,
    byte[] body,
    boolean encrypted,
    String remoteAddress,
    List<X509Certificate> certificates) {
  public Arrival {
    headers = List.copyOf(headers);
    certificates = List.copyOf(certificates);
  }

  /** A request on a connection without a client's certificate. */
  public Arrival(
      String method,
      String target,
      List<Header> headers,
      byte[] body,
      boolean encrypted,
      String remoteAddress) {
    this(method, target, headers, body, encrypted, remoteAddress, List.of());
  }

  /** The caller's own certificate, if one was shown on the connection. */
  public Optional<X509Certificate> certificate() {
    return certificates.isEmpty() ? Optional.empty() : Optional.of(certificates.get(0));
  }

  /**
   * The values of every header line of this name, in order. Names are compared without case (RFC
   * 9110 §5.1).
   */
  public List<String> values(String name) {
    List<String> values = new ArrayList<>();
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        values.add(header.value());
      }
    }
    return values;
  }

  /** The value of the first header line of this name. */
  public Optional<String> value(String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return Optional.of(header.value());
      }
    }
    return Optional.empty();
  }

  /** The path part of the target, as sent. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The query part of the target, as sent, without its question mark; empty if there is none. */
  public String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }
}
