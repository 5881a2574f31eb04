/**
 * The window: the only package, with those below it, that knows JavaFX. Views build nodes and bind
 * them to view models; whatever blocks runs in the {@link dev.gatehouse.desktop.ui.Background}.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.App}.
 */
@NullMarked
package dev.gatehouse.desktop.ui;

import org.jspecify.annotations.NullMarked;
