package dev.gatehouse.server.calendar;

import org.jspecify.annotations.Nullable;

/**
 * An event, or one occurrence of a recurring one. All occurrences carry the identifier of their
 * series.
 *
 * <p>Times are RFC 3339 date-times, for example {@code 2026-12-01T09:00:00+01:00}. Those of an
 * event that lasts all day are midnights in UTC and stand for the date alone, wherever one is:
 * Christmas Eve is from {@code 2026-12-24T00:00:00Z} to {@code 2026-12-25T00:00:00Z}.
 *
 * @param id unique among all events
 * @param title for people to read
 * @param start when it begins
 * @param end when it is over, exclusive
 * @param allDay whether it lasts whole days
 * @param location may be empty
 * @param description may be empty
 * @param recurrence an RFC 5545 §3.3.10 rule, for example {@code FREQ=WEEKLY;BYDAY=MO}, or null
 */
public record Event(
    String id,
    String title,
    String start,
    String end,
    boolean allDay,
    String location,
    String description,
    @Nullable String recurrence) {}
