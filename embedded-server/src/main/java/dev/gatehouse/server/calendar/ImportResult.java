package dev.gatehouse.server.calendar;

/**
 * What became of an imported file. A recurring event with its exceptions counts once.
 *
 * @param added events that are new
 * @param updated events that were there already, and are now as the file has them
 */
public record ImportResult(int added, int updated) {}
