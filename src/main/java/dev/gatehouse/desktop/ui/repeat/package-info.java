/**
 * The tab of the Attack page on which one request is sent again and again with other values, and
 * what came of each stands in a table. What sends them is in {@code desktop.repeat}.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.repeat.RepeatPage}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.repeat;

import org.jspecify.annotations.NullMarked;
