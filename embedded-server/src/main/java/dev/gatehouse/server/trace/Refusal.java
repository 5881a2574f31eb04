package dev.gatehouse.server.trace;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a failed check, or a rule's vote against, is answered over HTTP.
 *
 * @param status the HTTP status code: 400 to 503, or 303 where the answer goes to a client through
 *     the browser
 * @param error the error code of a Bearer challenge (RFC 6750 §3.1) or of OAuth (RFC 6749 §5.2), or
 *     null where none applies
 * @param retryAfter how long to wait before another try (RFC 9110 §10.2.3), or null
 */
public record Refusal(int status, @Nullable String error, @Nullable Duration retryAfter) {
  /** The caller has not proved who they are (RFC 9110 §15.5.2). */
  public static final Refusal UNAUTHORIZED = new Refusal(401, "invalid_token", null);

  /** The request itself is malformed, for example by carrying two credentials (RFC 6750 §3.1). */
  public static final Refusal BAD_REQUEST = new Refusal(400, "invalid_request", null);

  /** The caller is known, but may not do this (RFC 9110 §15.5.4). */
  public static final Refusal FORBIDDEN = of(403);

  /** The caller may not even know whether there is such a thing (RFC 9110 §15.5.5). */
  public static final Refusal HIDDEN = of(404);

  /** A refusal with this status and no more to say. */
  public static Refusal of(int status) {
    return new Refusal(status, null, null);
  }

  /** A refusal that says when to come back: 429 Too Many Requests or 503 Service Unavailable. */
  public static Refusal later(int status, Duration retryAfter) {
    return new Refusal(status, null, retryAfter);
  }
}
