package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.ui.compose.Sent;
import dev.gatehouse.desktop.ui.widget.Texts;
import java.time.Duration;

/** What the window's title and the status bar say of an exchange. */
final class Words {
  private Words() {}

  /** For example {@code GET /me · 200 OK}. */
  static String title(Sent sent) {
    return title(sent.composition().method(), sent.composition().target(), sent.exchange().last());
  }

  /** For example {@code GET /me · 200 OK}. */
  static String title(String method, String target, Hop hop) {
    return method + " " + target + " · " + status(hop);
  }

  /** For example {@code checked in 0.4 ms · round trip 3 ms · 4.5 KB}. */
  static String status(Exchange exchange) {
    Hop hop = exchange.last();
    String checked =
        hop.record() == null ? "" : "server " + Texts.time(hop.record().micros()) + " · ";
    return checked
        + "round trip "
        + Texts.time(micros(hop.took()))
        + " · "
        + Texts.size(hop.body().length);
  }

  private static String status(Hop hop) {
    return hop.status() == 0 ? "no answer" : (hop.status() + " " + hop.reason()).strip();
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
