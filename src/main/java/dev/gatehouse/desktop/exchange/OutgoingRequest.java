package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * A draft made ready for the wire. Its header lines are those of the draft in their order, and only
 * those that HTTP needs are added: {@code Host} in front (RFC 9110 §7.2), {@code Content-Length} at
 * the end (§8.6), and a {@code User-Agent} so that logs can tell who called (§10.1.5).
 *
 * @param request for OkHttp, which adds to its headers
 * @param headers what is sent in their place
 * @param sent what will have been sent, for people to read
 */
record OutgoingRequest(Request request, Headers headers, Draft sent) {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Set<String> NEVER_A_BODY = Set.of("GET", "HEAD");
  private static final Set<String> ALWAYS_A_BODY =
      Set.of("POST", "PUT", "PATCH", "PROPPATCH", "REPORT", "QUERY");

  /**
   * Makes a draft ready.
   *
   * @throws IllegalArgumentException if it cannot be sent; the message says why and what to try
   */
  static OutgoingRequest of(Draft draft, String userAgent) {
    HttpUrl url = url(draft.url());
    check(draft);
    @Nullable RequestBody body = body(draft);
    Headers headers = headers(draft, url, userAgent, body != null);
    Request request =
        new Request.Builder()
            .url(url)
            .method(draft.method(), body)
            .headers(withEncoding(headers))
            .build();
    Draft sent =
        new Draft(draft.method(), url.toString(), list(headers), draft.body(), draft.certificate());
    return new OutgoingRequest(request, headers, sent);
  }

  /** The header lines as we know them. */
  static List<Header> list(Headers headers) {
    return IntStream.range(0, headers.size())
        .mapToObj(i -> new Header(headers.name(i), headers.value(i)))
        .toList();
  }

  /**
   * A request that says what it accepts keeps OkHttp from asking for gzip and from unpacking it
   * unseen. The line added here is not sent.
   */
  private static Headers withEncoding(Headers headers) {
    return headers.get("Accept-Encoding") != null
        ? headers
        : headers.newBuilder().add("Accept-Encoding", "identity").build();
  }

  private static HttpUrl url(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not an address that can be called. Write one that begins with http:// or https:// and a host.");
    }
    return url;
  }

  private static void check(Draft draft) {
    if (!TOKEN.matcher(draft.method()).matches()) {
      throw new IllegalArgumentException(
          "\""
              + draft.method()
              + "\" cannot be a method: only letters, digits and a few signs can be in one (RFC 9110 §9.1). Write for"
              + " example GET.");
    }
    if (NEVER_A_BODY.contains(draft.method()) && draft.body().length > 0) {
      throw new IllegalArgumentException(
          "A "
              + draft.method()
              + " has no body here: what one would mean is not defined (RFC 9110 §9.3.1). Remove the body, or choose"
              + " another method.");
    }
    draft.headers().forEach(OutgoingRequest::check);
  }

  private static void check(Header header) {
    if (!TOKEN.matcher(header.name()).matches()) {
      throw new IllegalArgumentException(
          "\""
              + header.name()
              + "\" cannot be the name of a header: no blank, colon or accent can be in one (RFC 9110 §5.1). Correct"
              + " the name.");
    }
    if (header.value().chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new IllegalArgumentException(
          "The value of "
              + header.name()
              + " has a line break in it, which would end the header there (RFC 9110 §5.5). Write it in one line.");
    }
  }

  private static @Nullable RequestBody body(Draft draft) {
    boolean empty = draft.body().length == 0;
    return empty && !ALWAYS_A_BODY.contains(draft.method())
        ? null
        : RequestBody.create(draft.body());
  }

  private static Headers headers(Draft draft, HttpUrl url, String userAgent, boolean hasBody) {
    List<Header> lines = new ArrayList<>();
    if (!has(draft, "Host")) {
      lines.add(new Header("Host", host(url)));
    }
    if (!has(draft, "User-Agent")) {
      lines.add(new Header("User-Agent", userAgent));
    }
    lines.addAll(draft.headers());
    if (hasBody && !has(draft, "Content-Length") && !has(draft, "Transfer-Encoding")) {
      lines.add(new Header("Content-Length", Integer.toString(draft.body().length)));
    }
    Headers.Builder headers = new Headers.Builder();
    lines.forEach(line -> headers.addUnsafeNonAscii(line.name(), line.value()));
    return headers.build();
  }

  private static boolean has(Draft draft, String name) {
    return draft.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  private static String host(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return usual ? host : host + ":" + url.port();
  }
}
