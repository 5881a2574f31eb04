/**
 * Calendars, their events, with whom they are shared, and iCalendar (RFC 5545) in and out. Plain
 * domain code: nothing here knows HTTP or asks who is calling.
 *
 * <p>Start reading at {@link dev.gatehouse.server.calendar.Calendars}.
 */
@NullMarked
package dev.gatehouse.server.calendar;

import org.jspecify.annotations.NullMarked;
