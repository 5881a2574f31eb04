/**
 * Holding requests and responses on their way, to be looked at, changed, let go or dropped: a
 * checkpoint through which they pass, and a relay through which other programs reach it. Knows no
 * screen.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.intercept.Checkpoint}.
 */
@NullMarked
package dev.gatehouse.desktop.intercept;

import org.jspecify.annotations.NullMarked;
