package dev.gatehouse.server.calendar;

/**
 * A calendar.
 *
 * @param id for example {@code alice-work}
 * @param owner the identifier of the person whose it is
 * @param name for people to read
 * @param description may be empty
 * @param color as CSS writes it, for example {@code #3366cc}; may be empty
 */
public record Calendar(String id, String owner, String name, String description, String color) {}
