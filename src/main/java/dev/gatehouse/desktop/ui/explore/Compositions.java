package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.ui.compose.Composition;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes compositions of what others want to have composed. */
final class Compositions {
  private Compositions() {}

  /** A request whose credential is already in its headers. */
  static Composition of(Draft draft, URI base) {
    String url = draft.url();
    String here = base.toString();
    return new Composition(
        draft.method(),
        url.startsWith(here) ? url.substring(here.length()) : url,
        Composition.NOBODY,
        "none",
        Map.of(),
        draft.headers(),
        new String(draft.body(), StandardCharsets.UTF_8));
  }
}
