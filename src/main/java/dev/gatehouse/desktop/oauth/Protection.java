package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Loopback;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Which addresses are safe to send secrets to, and to believe. */
final class Protection {
  private Protection() {}

  /** Whether nobody on the way can read or change what is said there: TLS, or this machine. */
  static boolean covers(String address) {
    @Nullable HttpUrl url = HttpUrl.parse(address);
    return url != null && (url.isHttps() || Loopback.contains(url));
  }

  /** Those that are not covered, in their order. */
  static List<String> uncovered(List<String> addresses) {
    return addresses.stream().filter(address -> !covers(address)).toList();
  }

  /** Whether it is an address of the web at all. */
  static boolean isAddress(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }
}
