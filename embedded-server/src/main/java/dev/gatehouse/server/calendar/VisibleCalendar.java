package dev.gatehouse.server.calendar;

import dev.gatehouse.server.authz.Relation;

/**
 * A calendar that somebody may know of.
 *
 * @param calendar the calendar
 * @param relation what it is to them; never {@link Relation#NONE}
 */
public record VisibleCalendar(Calendar calendar, Relation relation) {}
