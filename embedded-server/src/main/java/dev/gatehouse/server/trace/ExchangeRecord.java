package dev.gatehouse.server.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the server knows of one request: what came, who it took the caller for, what it
 * decided, what it answered.
 *
 * @param id the value of the {@code Exchange-Id} response header
 * @param at when the request was read
 * @param micros how long the server took, in microseconds
 * @param request what came
 * @param authentication who the caller is, check by check
 * @param authorization what the caller may do, rule by rule
 * @param response what was answered
 */
public record ExchangeRecord(
    String id,
    Instant at,
    long micros,
    RequestLine request,
    Verification authentication,
    Decision authorization,
    StatusLine response) {

  /** The identifier of the check or rule that refused it; empty if none did. */
  public Optional<String> stoppedBy() {
    return authentication
        .failure()
        .map(CheckResult::id)
        .or(() -> authorization.denial().map(Vote::id));
  }

  /**
   * The request as it came.
   *
   * @param method for example {@code GET}
   * @param target path and query exactly as sent
   * @param version for example {@code HTTP/1.1}
   * @param headers in the order in which they came
   */
  public record RequestLine(String method, String target, String version, List<Header> headers) {
    public RequestLine {
      headers = List.copyOf(headers);
    }
  }

  /**
   * The response as it left.
   *
   * @param status the HTTP status code
   * @param headers in the order in which they were sent
   */
  public record StatusLine(int status, List<Header> headers) {
    public StatusLine {
      headers = List.copyOf(headers);
    }
  }
}
