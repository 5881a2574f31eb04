package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.settings.ThemeChoice;
import dev.gatehouse.desktop.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import org.kordamp.ikonli.feather.Feather;

/** What the window itself can do, by key and from the palette. */
final class WindowCommands {
  private final MainWindow window;
  private final Overlay overlay;
  private final Theme theme;
  private final Presentation presentation;

  WindowCommands(MainWindow window, Overlay overlay, Theme theme, Presentation presentation) {
    this.window = window;
    this.overlay = overlay;
    this.theme = theme;
    this.presentation = presentation;
  }

  /** Opens the palette. */
  void search() {
    Palette palette = new Palette(commands(), overlay::close);
    overlay.show(palette, palette.field(), Pos.TOP_CENTER);
  }

  /** Begins to present the page that shows, or ends it. */
  void present() {
    if (presentation.on().get()) {
      presentation.end();
    } else {
      overlay.close();
      window.shown().ifPresent(presentation::begin);
    }
  }

  /** Shows all keys. */
  void help() {
    ShortcutsSheet sheet =
        new ShortcutsSheet(
            shortcuts(),
            Stream.concat(window.shown().stream(), window.pages().stream())
                .distinct()
                .map(WindowCommands::section)
                .toList());
    overlay.show(sheet, sheet.first(), Pos.CENTER);
  }

  private static ShortcutsSheet.Section section(Page page) {
    return new ShortcutsSheet.Section(
        page.title(),
        Stream.concat(page.shortcuts().stream(), page.keysOfView().stream()).toList());
  }

  /** Shows the settings. */
  void settings() {
    SettingsSheet sheet = new SettingsSheet(theme, overlay::close);
    overlay.show(sheet, sheet.first(), Pos.CENTER);
  }

  /** The keys that work everywhere. */
  List<Shortcut> shortcuts() {
    List<Shortcut> keys = new ArrayList<>();
    int number = 1;
    for (Page page : window.pages()) {
      keys.add(
          Shortcut.of(
              "Shortcut+" + number++, "Open " + page.title(), () -> window.open(page.id())));
    }
    keys.add(Shortcut.of("Shortcut+K", "Search or run anything", this::search));
    keys.add(Shortcut.of("Shortcut+Comma", "Settings", this::settings));
    keys.add(Shortcut.of("Shortcut+Equals", "Larger text", theme::larger));
    keys.add(Shortcut.of("Shortcut+Minus", "Smaller text", theme::smaller));
    keys.add(Shortcut.of("Shortcut+0", "Text of normal size", theme::normalSize));
    keys.add(Shortcut.of("F1", "All shortcuts", this::help));
    keys.add(Shortcut.of("F11", "Present, or leave it", this::present));
    return keys;
  }

  /** Other keys for the same, on other keyboards; not listed. */
  List<Shortcut> alsoShortcuts() {
    return List.of(
        Shortcut.of("Shortcut+Shift+Slash", "All shortcuts", this::help),
        Shortcut.of("Shortcut+Plus", "Larger text", theme::larger),
        Shortcut.of("Shortcut+Shift+Equals", "Larger text", theme::larger),
        Shortcut.of("Shortcut+Add", "Larger text", theme::larger),
        Shortcut.of("Shortcut+Subtract", "Smaller text", theme::smaller),
        Shortcut.of("Shortcut+Numpad0", "Text of normal size", theme::normalSize));
  }

  private List<Command> commands() {
    List<Command> all = new ArrayList<>();
    for (Page page : window.pages()) {
      all.add(
          new Command("Page", "Open " + page.title(), page.icon(), () -> window.open(page.id())));
    }
    window.pages().forEach(page -> all.addAll(page.commands()));
    all.add(theme("Light theme", Feather.SUN, ThemeChoice.LIGHT));
    all.add(theme("Dark theme", Feather.MOON, ThemeChoice.DARK));
    all.add(theme("Theme as the system has it", Feather.MONITOR, ThemeChoice.SYSTEM));
    all.add(new Command("Window", "Larger text", Feather.ZOOM_IN, theme::larger));
    all.add(new Command("Window", "Smaller text", Feather.ZOOM_OUT, theme::smaller));
    all.add(new Command("Window", "Present", Feather.MAXIMIZE, this::present));
    all.add(new Command("Window", "Settings", Feather.SETTINGS, this::settings));
    all.add(new Command("Window", "All shortcuts", Feather.COMMAND, this::help));
    return all;
  }

  private Command theme(String name, Feather icon, ThemeChoice choice) {
    return new Command("Theme", name, icon, () -> theme.choice().set(choice));
  }
}
