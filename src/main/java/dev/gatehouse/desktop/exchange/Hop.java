package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, as the client saw them.
 *
 * @param purpose what it is for, in a few words, for example {@code sign in}
 * @param at when it was sent
 * @param request what was sent, the headers that the client added included
 * @param rawRequest the bytes as they crossed the socket (inside TLS)
 * @param status the status code, or 0 if no response came
 * @param reason the reason phrase
 * @param headers the response's header lines in order
 * @param body the response's body
 * @param rawResponse the bytes as they crossed the socket (inside TLS)
 * @param took from the first byte sent to the last byte read
 * @param error what went wrong if no response came, or not all of it, in words; else null
 * @param record what the server says of it, or null if the server does not say
 */
public record Hop(
    String purpose,
    Instant at,
    Draft request,
    byte[] rawRequest,
    int status,
    String reason,
    List<Header> headers,
    byte[] body,
    byte[] rawResponse,
    Duration took,
    @Nullable String error,
    @Nullable ExchangeRecord record) {
  public Hop {
    headers = List.copyOf(headers);
  }

  /** The same hop, with what the server says of it. */
  public Hop withRecord(ExchangeRecord found) {
    return new Hop(
        purpose,
        at,
        request,
        rawRequest,
        status,
        reason,
        headers,
        body,
        rawResponse,
        took,
        error,
        found);
  }

  /** The value of the first response header of this name, compared without case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
