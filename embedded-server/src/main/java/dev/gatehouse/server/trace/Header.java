package dev.gatehouse.server.trace;

/**
 * One header line as it crossed the wire, its case kept (RFC 9110 §5).
 *
 * @param name the field name
 * @param value the field value
 */
public record Header(String name, String value) {}
