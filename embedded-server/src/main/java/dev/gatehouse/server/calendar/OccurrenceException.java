package dev.gatehouse.server.calendar;

import java.time.Instant;

/**
 * One occurrence that differs from its series, RFC 5545 §3.8.4.4.
 *
 * @param replaces when it would have begun
 * @param occurrence what takes place instead
 * @param cancelled whether nothing does
 */
record OccurrenceException(Instant replaces, Occurrence occurrence, boolean cancelled) {}
