package dev.gatehouse.server.calendar;

import org.jspecify.annotations.Nullable;

/**
 * What a new calendar shall be.
 *
 * @param name required
 * @param description null for none
 * @param color null for none
 */
public record CalendarDraft(
    @Nullable String name, @Nullable String description, @Nullable String color) {}
