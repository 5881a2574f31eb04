package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import dev.gatehouse.desktop.ui.widget.UprightScroll;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys there are: those of every page, the one that shows first, and those of the window. */
final class ShortcutsSheet extends VBox {
  /**
   * Keys that work in one place.
   *
   * @param place for example the title of a page
   * @param shortcuts the keys; what they do is not run from here
   */
  record Section(String place, List<Shortcut> shortcuts) {}

  private final UprightScroll scroll;

  /**
   * A sheet.
   *
   * @param everywhere the keys that work on each page
   * @param pages the keys that only a page knows, in the order in which they are to be read
   */
  ShortcutsSheet(List<Shortcut> everywhere, List<Section> pages) {
    getStyleClass().addAll("sheet", "shortcuts-sheet");
    setAccessibleText("Shortcuts");
    Label heading = new Label("Shortcuts");
    heading.getStyleClass().add(Styles.HEADING);
    VBox ofPages = new VBox();
    ofPages.getStyleClass().add(Styles.GAP_DOUBLE);
    pages.stream()
        .filter(section -> !section.shortcuts().isEmpty())
        .forEach(section -> ofPages.getChildren().add(column(section)));
    VBox other =
        new VBox(
            column(new Section("While presenting", presenting())),
            column(new Section("In what happened", inWhatHappened())));
    other.getStyleClass().add(Styles.GAP_DOUBLE);
    FlowPane columns = new FlowPane(ofPages, column(new Section("Everywhere", everywhere)), other);
    columns.setRowValignment(VPos.TOP);
    columns.getStyleClass().add("sheet-columns");
    scroll = new UprightScroll(columns);
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText("Shortcuts");
    scroll.getStyleClass().add("quiet-scroll");
    getChildren().addAll(heading, scroll);
  }

  /** What takes the keys: the arrows scroll it, where there is little room. */
  Node first() {
    return scroll;
  }

  private static List<Shortcut> presenting() {
    return List.of(
        told("Space", "Next step"),
        told("Right", "Next step"),
        told("Left", "Step back"),
        told("Esc", "Leave"));
  }

  /** With a check, a rule or an arrow selected. */
  private static List<Shortcut> inWhatHappened() {
    return List.of(
        told("Down", "Next line"),
        told("Up", "Line before"),
        told("Right", "To the other card"),
        told("Space", "On, in the order of events"));
  }

  private static Shortcut told(String keys, String name) {
    return Shortcut.of(keys, name, () -> {});
  }

  private static VBox column(Section section) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("shortcuts");
    ColumnConstraints keys = new ColumnConstraints();
    keys.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(keys);
    for (Shortcut shortcut : section.shortcuts()) {
      Label key = new Label(KeyNames.of(shortcut.keys()));
      key.getStyleClass().addAll(Styles.CODE, "key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      Label name = new Label(shortcut.name());
      name.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(grid.getRowCount(), key, name);
    }
    VBox column = new VBox(new SectionTitle(section.place()), grid);
    column.getStyleClass().add(Styles.GAP_WIDE);
    return column;
  }
}
