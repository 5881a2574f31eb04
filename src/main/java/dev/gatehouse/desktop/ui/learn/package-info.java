/**
 * The page of lessons: what to read, what to predict and try, and what a student is told about it.
 * Reading, checking and judging lessons is in {@code desktop.lesson}.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.learn.LearnPage}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.learn;

import org.jspecify.annotations.NullMarked;
