package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The cookies of one run (RFC 6265). Nothing is left of them afterwards. */
final class CookieJar {
  private final List<Cookie> cookies = new ArrayList<>();

  /** The request with the cookies that belong to it. */
  Draft added(Draft request) {
    @Nullable HttpUrl url = HttpUrl.parse(request.url());
    if (url == null) {
      return request;
    }
    String line =
        cookies.stream()
            .filter(cookie -> cookie.matches(url))
            .map(cookie -> cookie.name() + "=" + cookie.value())
            .collect(Collectors.joining("; "));
    return line.isEmpty() ? request : request.withHeader("Cookie", line);
  }

  /** Keeps those that came, in place of those of the same name. */
  void keep(Hop hop) {
    @Nullable HttpUrl url = HttpUrl.parse(hop.request().url());
    if (url == null) {
      return;
    }
    hop.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
        .map(header -> Cookie.parse(url, header.value()))
        .forEach(
            cookie -> {
              if (cookie != null) {
                cookies.removeIf(old -> sameName(old, cookie));
                cookies.add(cookie);
              }
            });
    cookies.removeIf(cookie -> cookie.expiresAt() < System.currentTimeMillis());
  }

  private static boolean sameName(Cookie one, Cookie other) {
    return one.name().equals(other.name())
        && one.domain().equals(other.domain())
        && one.path().equals(other.path());
  }
}
