/**
 * The frame of the window: top bar, rail, status bar, pages, palette, shortcuts, presenting. It
 * knows pages only as {@link dev.gatehouse.desktop.ui.shell.Page}.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.ui.shell.MainWindow}.
 */
@NullMarked
package dev.gatehouse.desktop.ui.shell;

import org.jspecify.annotations.NullMarked;
