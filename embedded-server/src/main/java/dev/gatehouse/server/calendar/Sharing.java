package dev.gatehouse.server.calendar;

/**
 * With whom a calendar is shared, and for what.
 *
 * @param person the identifier of a person other than the owner
 * @param access what they may do
 */
public record Sharing(String person, Access access) {}
