package dev.gatehouse.server.authn;

import dev.gatehouse.server.trace.Finding;
import java.util.List;

/**
 * From which web page a browser sends a request. A page cannot lie about these headers; other
 * programs do not send them.
 */
public final class SiteOfOrigin {
  private static final String EXPECTED = "no page of another site";

  private SiteOfOrigin() {}

  /** Whether the request comes from a page of this server, or from no page at all. */
  public static Finding isOurs(Arrival arrival) {
    for (String site : arrival.values("Sec-Fetch-Site")) {
      if (!site.equals("same-origin") && !site.equals("none")) {
        return Finding.failed(EXPECTED, "the browser says " + site).with("Sec-Fetch-Site", site);
      }
    }
    return isOursByOrigin(arrival);
  }

  /** The same by its Origin alone, which says nothing of links that people follow. */
  static Finding isOursByOrigin(Arrival arrival) {
    List<String> origins = arrival.values("Origin");
    if (origins.isEmpty()) {
      return Finding.passed(EXPECTED, "no page is named");
    }
    String own = (arrival.encrypted() ? "https://" : "http://") + arrival.value("Host").orElse("");
    for (String origin : origins) {
      if (!origin.equalsIgnoreCase(own)) {
        return Finding.failed(EXPECTED, "a page of " + origin)
            .with("Origin", origin)
            .with("this server", own);
      }
    }
    return Finding.passed(EXPECTED, "a page of this server");
  }
}
