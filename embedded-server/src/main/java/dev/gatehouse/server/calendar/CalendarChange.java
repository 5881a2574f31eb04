package dev.gatehouse.server.calendar;

import org.jspecify.annotations.Nullable;

/**
 * What shall change about a calendar. Null leaves a value as it is; an empty text clears it.
 *
 * @param name a new name
 * @param description a new description
 * @param color a new color
 * @param owner a new owner. Whether a caller may say so is not decided here.
 */
public record CalendarChange(
    @Nullable String name,
    @Nullable String description,
    @Nullable String color,
    @Nullable String owner) {}
