package dev.gatehouse.desktop.ui.explain;

/**
 * A lesson or an attack on the same subject.
 *
 * @param name what the link says, for example {@code Attack: Key confusion}
 * @param open goes there
 */
public record Related(String name, Runnable open) {}
