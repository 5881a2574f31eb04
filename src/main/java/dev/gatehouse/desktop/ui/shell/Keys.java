package dev.gatehouse.desktop.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * What the keys do. Combinations with Ctrl and function keys come before the control that has the
 * focus; plain keys only reach a page if that control has no use for them.
 */
final class Keys {
  private final WindowCommands commands;
  private final Presentation presentation;
  private final Overlay overlay;
  private final Supplier<Optional<Page>> shown;

  Keys(
      WindowCommands commands,
      Presentation presentation,
      Overlay overlay,
      Supplier<Optional<Page>> shown) {
    this.commands = commands;
    this.presentation = presentation;
    this.overlay = overlay;
    this.shown = shown;
  }

  void listenTo(Region root) {
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::first);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::last);
  }

  private void first(KeyEvent event) {
    if (presentation.on().get() && !overlay.isOpen() && step(event)) {
      event.consume();
      return;
    }
    if (event.isShortcutDown() || event.getCode().isFunctionKey()) {
      run(commands.shortcuts(), event);
      run(commands.alsoShortcuts(), event);
      ofPage(event);
    }
  }

  private void last(KeyEvent event) {
    ofPage(event);
  }

  private void ofPage(KeyEvent event) {
    if (!overlay.isOpen()) {
      shown.get().ifPresent(page -> run(page.shortcuts(), event));
    }
  }

  private static void run(List<Shortcut> shortcuts, KeyEvent event) {
    if (event.isConsumed()) {
      return;
    }
    shortcuts.stream()
        .filter(shortcut -> shortcut.keys().match(event))
        .findFirst()
        .ifPresent(
            shortcut -> {
              event.consume();
              shortcut.action().run();
            });
  }

  /** Presenters' remote controls send Page Down and Page Up. */
  private boolean step(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      presentation.end();
      return true;
    }
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (event.getCode() == KeyCode.R && plain && !typing) {
      presentation.toggleVeil();
      return true;
    }
    Optional<Steppable> page = presentation.steppable();
    return switch (event.getCode()) {
      case SPACE, RIGHT, PAGE_DOWN -> page.map(Steppable::next).isPresent();
      case LEFT, PAGE_UP -> page.map(Steppable::previous).isPresent();
      default -> false;
    };
  }
}
