package dev.gatehouse.desktop.lesson;

/**
 * An answer that can be chosen.
 *
 * @param text the answer
 * @param right whether it is right
 * @param feedback why it is right or wrong
 */
public record Answer(String text, boolean right, String feedback) {}
