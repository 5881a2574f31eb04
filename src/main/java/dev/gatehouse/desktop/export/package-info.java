/**
 * Requests as other programs write them: as a line for curl, and from one. Nothing here knows
 * JavaFX, and nothing here sends anything.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.export.CurlCommand}.
 */
@NullMarked
package dev.gatehouse.desktop.export;

import org.jspecify.annotations.NullMarked;
