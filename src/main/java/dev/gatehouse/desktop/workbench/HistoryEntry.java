package dev.gatehouse.desktop.workbench;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that was sent, with everything that is needed to send it again.
 *
 * @param number counts from 1 in the order of sending
 * @param type the type of its credential, for example {@code basic}
 * @param values the credential's fields, by field name, secrets included
 * @param call the request without its credential
 * @param exchange what came of it
 */
public record HistoryEntry(
    long number, String type, Map<String, String> values, Draft call, Exchange exchange) {
  public HistoryEntry {
    values = new LinkedHashMap<>(values);
  }

  /** The hop that decided: the last one. */
  public Hop hop() {
    return exchange.last();
  }

  /** Path and query of the call, for example {@code /me}. */
  public String target() {
    return call.target();
  }

  /**
   * The identifier of the check or rule that refused it, for example {@code jwt.signature}; empty
   * if none did or the server does not say.
   */
  public Optional<String> decidedBy() {
    return Optional.ofNullable(hop().record()).flatMap(ExchangeRecord::stoppedBy);
  }

  /**
   * Whether every word of {@code text} occurs in its method, target, status, type of credential or
   * deciding check, whatever the case.
   */
  public boolean matches(String text) {
    String line =
        String.join(
                " ",
                call.method(),
                target(),
                Integer.toString(hop().status()),
                hop().reason(),
                type,
                decidedBy().orElse(""))
            .toLowerCase(Locale.ROOT);
    for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!line.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
