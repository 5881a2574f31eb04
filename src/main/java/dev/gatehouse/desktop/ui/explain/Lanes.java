package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Who takes part: a caller and a server, or everybody between whom something runs. */
final class Lanes {
  private static final List<Lane> TWO = List.of(Lane.CLIENT, Lane.API);

  private Lanes() {}

  /** Those between whom these run, from left to right. */
  static List<Lane> of(List<Between> all) {
    TreeSet<Lane> lanes = new TreeSet<>();
    all.forEach(between -> lanes.addAll(List.of(between.from(), between.to())));
    return lanes.isEmpty() ? TWO : List.copyOf(lanes);
  }

  static List<Lane> of(Exchange exchange) {
    return of(exchange.hops().stream().map(Hop::between).toList());
  }

  /**
   * What they are called. Where there are but two, the one who calls is the person at the screen.
   *
   * @param server what the API is called
   * @param authorizationServer what it is called who gives tokens
   */
  static List<String> names(List<Lane> lanes, String server, String authorizationServer) {
    List<String> names = new ArrayList<>();
    for (Lane lane : lanes) {
      boolean caller = lanes.equals(TWO) && lane == Lane.CLIENT;
      names.add(
          switch (lane) {
            case API -> server;
            case AUTHORIZATION_SERVER -> authorizationServer;
            default -> caller ? Lane.YOU.text() : lane.text();
          });
    }
    return names;
  }
}
