package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys that work at this moment. */
final class ShortcutsSheet extends VBox {
  /**
   * A sheet.
   *
   * @param page the title of the page that shows
   * @param ofPage the keys that only this page knows
   */
  ShortcutsSheet(List<Shortcut> everywhere, String page, List<Shortcut> ofPage) {
    getStyleClass().add("sheet");
    setFocusTraversable(true);
    setAccessibleText("Shortcuts");
    Label heading = new Label("Shortcuts");
    heading.getStyleClass().add(Styles.HEADING);
    HBox columns = new HBox();
    columns.getStyleClass().add("sheet-columns");
    if (!ofPage.isEmpty()) {
      columns.getChildren().add(column(page, ofPage));
    }
    columns.getChildren().add(column("Everywhere", everywhere));
    columns.getChildren().add(column("While presenting", presenting()));
    getChildren().addAll(heading, columns);
  }

  private static List<Shortcut> presenting() {
    return List.of(
        Shortcut.of("Space", "Next step", () -> {}),
        Shortcut.of("Right", "Next step", () -> {}),
        Shortcut.of("Left", "Step back", () -> {}),
        Shortcut.of("Esc", "Leave", () -> {}));
  }

  private static VBox column(String title, List<Shortcut> shortcuts) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("shortcuts");
    ColumnConstraints keys = new ColumnConstraints();
    keys.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(keys);
    for (Shortcut shortcut : shortcuts) {
      Label key = new Label(KeyNames.of(shortcut.keys()));
      key.getStyleClass().addAll(Styles.CODE, "key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      Label name = new Label(shortcut.name());
      name.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(grid.getRowCount(), key, name);
    }
    VBox column = new VBox(new SectionTitle(title), grid);
    column.getStyleClass().add(Styles.GAP_WIDE);
    return column;
  }
}
