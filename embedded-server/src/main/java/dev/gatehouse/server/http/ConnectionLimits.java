package dev.gatehouse.server.http;

import java.time.Duration;

/**
 * How long and how many: what keeps slow or many connections from being anybody else's trouble.
 *
 * @param idle how long a connection may wait for its next request, or for the whole head of its
 *     first
 * @param body how long a body may take to arrive
 * @param drain how long a body that is not taken may still be sent, so that its sender gets to see
 *     the answer
 * @param connections how many there may be at once; one more, and the one that has waited longest
 *     without a request is closed
 */
record ConnectionLimits(Duration idle, Duration body, Duration drain, int connections) {
  /** The largest head of a request, request line and header lines together, in bytes: 32 KiB. */
  static final int MAX_HEAD = 32 * 1024;

  /** What a server has unless a test wants to see it sooner. */
  static final ConnectionLimits USUAL =
      new ConnectionLimits(
          Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(5), 1_000);
}
