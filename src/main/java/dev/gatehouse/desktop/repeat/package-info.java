/**
 * One request sent again and again, with another value in the marked places each time: guessing,
 * spraying, counting through. Knows no screen.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.repeat.Series}.
 */
@NullMarked
package dev.gatehouse.desktop.repeat;

import org.jspecify.annotations.NullMarked;
