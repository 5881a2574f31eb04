package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.ExchangeRecord.RequestLine;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Exchanges as an audience may see them: what would let somebody else call is masked wherever it
 * stands, in header lines, bodies and bytes.
 */
public final class Veil {
  private final List<String> secrets;

  private Veil(SecretFinder finder) {
    // The longest first, for one may be part of another.
    this.secrets =
        finder.found().stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /** The same exchange, for an audience. */
  public static Exchange over(Exchange exchange) {
    SecretFinder finder = new SecretFinder();
    exchange.hops().forEach(finder::look);
    Veil veil = new Veil(finder);
    return new Exchange(
        exchange.hops().stream().map(veil::masked).toList(), exchange.callerChecks());
  }

  /** The same request of another program, for an audience. */
  public static ExchangeRecord over(ExchangeRecord record) {
    SecretFinder finder = new SecretFinder();
    finder.look(record);
    return new Veil(finder).masked(record);
  }

  private Hop masked(Hop hop) {
    Draft request = hop.request();
    return new Hop(
        hop.purpose(),
        hop.at(),
        new Draft(
            request.method(),
            masked(request.url()),
            masked(request.headers()),
            masked(request.body()),
            request.certificate()),
        masked(hop.rawRequest()),
        hop.status(),
        hop.reason(),
        masked(hop.headers()),
        masked(hop.body()),
        masked(hop.rawResponse()),
        hop.took(),
        hop.error(),
        hop.record() == null ? null : masked(hop.record()),
        hop.between(),
        hop.callerChecks());
  }

  private ExchangeRecord masked(ExchangeRecord record) {
    RequestLine came = record.request();
    return new ExchangeRecord(
        record.id(),
        record.at(),
        record.micros(),
        new RequestLine(
            came.method(), masked(came.target()), came.version(), masked(came.headers())),
        record.authentication(),
        record.authorization(),
        record.response());
  }

  private List<Header> masked(List<Header> headers) {
    return headers.stream()
        .map(header -> new Header(header.name(), masked(header.value())))
        .toList();
  }

  private byte[] masked(byte[] bytes) {
    // Every byte is a character here and comes back as it was.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String secret : secrets) {
      text = text.replace(latin(secret), latin(Evidence.MASK));
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private String masked(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, Evidence.MASK);
    }
    return masked;
  }
}
