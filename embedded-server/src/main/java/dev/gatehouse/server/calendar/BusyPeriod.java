package dev.gatehouse.server.calendar;

/**
 * A time in which the owner of a calendar is busy. It does not say with what.
 *
 * @param start RFC 3339, in UTC
 * @param end RFC 3339, in UTC, exclusive
 */
public record BusyPeriod(String start, String end) {}
