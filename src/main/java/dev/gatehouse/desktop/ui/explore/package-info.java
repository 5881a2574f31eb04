/**
 * The Explore page: composing at the left, what happened at the right, and everything that was sent
 * so far a key press away.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.explore.ExplorePage}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.explore;

import org.jspecify.annotations.NullMarked;
