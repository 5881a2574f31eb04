/**
 * The design sheet: colours, sizes, fonts, icons and the names of styles. Widgets and views take
 * their looks from here and set no colour or size themselves.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.theme.Theme}; the sheet itself is {@code
 * gatehouse.css} in the resources of this package.
 */
@NullMarked
package dev.gatehouse.desktop.ui.theme;

import org.jspecify.annotations.NullMarked;
