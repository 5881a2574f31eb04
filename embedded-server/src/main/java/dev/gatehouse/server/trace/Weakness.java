package dev.gatehouse.server.trace;

/**
 * A teaching switch that takes a check or rule away. By default none is on.
 *
 * @param name its stable name in kebab-case, for example {@code accept-alg-none}
 * @param summary one line that says what a server with this weakness does
 */
public record Weakness(String name, String summary) {}
