package dev.gatehouse.desktop.exchange;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a client behaves.
 *
 * @param authority gives a certificate authority to trust beside the platform's, if there is one;
 *     asked at the first connection with TLS
 * @param records where the server's side of an exchange is found
 * @param userAgent sent as {@code User-Agent} unless the person sends one
 * @param patience how long the server may be silent, or take to be reached
 * @param largestBody how many bytes of a response's body are read at most
 * @param clock by which hops are dated
 */
public record WireOptions(
    Supplier<Optional<X509Certificate>> authority,
    RecordSource records,
    String userAgent,
    Duration patience,
    int largestBody,
    Clock clock) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LARGEST_BODY = 64 * 1024 * 1024;

  /** One minute of patience, 64 MiB at most, the platform's authorities, no records. */
  public static WireOptions standard() {
    return new WireOptions(
        Optional::empty,
        RecordSource.NONE,
        "Gatehouse/" + ProgramVersion.text(),
        PATIENCE,
        LARGEST_BODY,
        Clock.systemUTC());
  }

  /** The same, trusting this authority as well. */
  public WireOptions trusting(Supplier<Optional<X509Certificate>> other) {
    return new WireOptions(other, records, userAgent, patience, largestBody, clock);
  }

  /** The same, with records from there. */
  public WireOptions recordedBy(RecordSource other) {
    return new WireOptions(authority, other, userAgent, patience, largestBody, clock);
  }

  /** The same, reading at most this many bytes of a body. */
  public WireOptions reading(int bytes) {
    return new WireOptions(authority, records, userAgent, patience, bytes, clock);
  }
}
