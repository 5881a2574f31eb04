package dev.gatehouse.desktop.attack.crack;

import java.util.Optional;

/**
 * What came of trying words.
 *
 * @param word the right one, if it was among them
 * @param progress how many were tried until then, and how fast
 */
public record Cracked(Optional<String> word, Progress progress) {}
