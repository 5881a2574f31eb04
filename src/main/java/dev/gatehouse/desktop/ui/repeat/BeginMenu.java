package dev.gatehouse.desktop.ui.repeat;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.workbench.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What there is to begin with: examples, and what was sent so far. */
final class BeginMenu extends MenuButton {
  private static final int MOST_OF_HISTORY = 12;

  private final RepeatModel model;
  private final RepeatView.Actions actions;

  BeginMenu(RepeatModel model, RepeatView.Actions actions) {
    super("Begin with");
    this.model = model;
    this.actions = actions;
    setId("repeat-begin");
    getStyleClass().add(Styles.SMALL);
    setMinWidth(USE_PREF_SIZE);
    // Filled each time it opens; but one without items would not open.
    getItems().setAll(examples());
    setOnShowing(event -> getItems().setAll(choices()));
  }

  private List<MenuItem> examples() {
    return RepeatExample.all().stream().map(this::item).toList();
  }

  private List<MenuItem> choices() {
    List<MenuItem> items = new ArrayList<>(examples());
    List<HistoryEntry> sent = actions.history();
    if (!sent.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    sent.stream().limit(MOST_OF_HISTORY).forEach(entry -> items.add(item(entry)));
    return items;
  }

  private MenuItem item(RepeatExample example) {
    MenuItem item = new MenuItem(example.title());
    item.setOnAction(event -> model.load(example));
    return item;
  }

  private MenuItem item(HistoryEntry entry) {
    MenuItem item =
        new MenuItem(
            entry.call().method()
                + " "
                + entry.target()
                + " · "
                + entry.type()
                + " · "
                + entry.hop().status());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> actions.take(entry));
    return item;
  }
}
