/**
 * What the whole window works with: the embedded server's life, the client, and everything that was
 * sent so far. Nothing here knows JavaFX.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.workbench.Workbench}.
 */
@NullMarked
package dev.gatehouse.desktop.workbench;

import org.jspecify.annotations.NullMarked;
