package dev.gatehouse.desktop.ui.shell;

import org.kordamp.ikonli.feather.Feather;

/**
 * Something that the palette offers.
 *
 * @param group its kind, shown quietly beside it, for example {@code Lesson}
 * @param name what is searched, for example {@code 16 Where signatures are checked}
 * @param icon its icon
 * @param action runs it, on the JavaFX thread
 */
public record Command(String group, String name, Feather icon, Runnable action) {}
