package dev.gatehouse.desktop.exchange;

import java.util.List;

/**
 * Everything that one press of Send brought about: the hops that the credential needed first, then
 * the request itself.
 *
 * @param hops in order; at least one
 */
public record Exchange(List<Hop> hops) {
  public Exchange {
    hops = List.copyOf(hops);
    if (hops.isEmpty()) {
      throw new IllegalArgumentException("an exchange has at least one hop");
    }
  }

  /**
   * The hop that carried the request the person asked for, or the one before it that was refused,
   * after which there was nothing left to send.
   */
  public Hop last() {
    return hops.get(hops.size() - 1);
  }
}
