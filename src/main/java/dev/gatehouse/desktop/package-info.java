/**
 * The desktop program: {@link dev.gatehouse.desktop.Main} reads the command line and either opens
 * the window ({@code ui}) or carries out a command ({@code command}).
 */
@NullMarked
package dev.gatehouse.desktop;

import org.jspecify.annotations.NullMarked;
