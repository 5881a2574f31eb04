/**
 * What a person has set: the theme, the size of text, the size of the window, and the folder in
 * which this is kept. Nothing here knows JavaFX.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.settings.SettingsStore}.
 */
@NullMarked
package dev.gatehouse.desktop.settings;

import org.jspecify.annotations.NullMarked;
