package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.widget.Tip;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** The pages at the left, an icon above a word each. Up and down move between them. */
final class Rail extends VBox {
  private final List<Page> pages;

  /**
   * A rail.
   *
   * @param chosen called with the page that was pressed
   */
  Rail(List<Page> pages, Consumer<Page> chosen) {
    this.pages = List.copyOf(pages);
    getStyleClass().add("rail");
    setAccessibleText("Pages");
    for (Page page : pages) {
      ToggleButton button = new ToggleButton(page.title());
      button.setGraphic(Icons.of(page.icon()));
      button.setId("rail-" + page.id());
      button.setAccessibleRole(AccessibleRole.TAB_ITEM);
      int number = getChildren().size() + 1;
      Tip.on(button, page.title() + " (" + KeyNames.of("Shortcut+" + number) + ")");
      button.setOnAction(event -> chosen.accept(page));
      getChildren().add(button);
      button.setOnKeyPressed(
          event -> {
            int to = number - 1 + step(event.getCode());
            if (to != number - 1 && to >= 0 && to < pages.size()) {
              getChildren().get(to).requestFocus();
              event.consume();
            }
          });
    }
  }

  /** Marks the page that shows. */
  void mark(Page shown) {
    for (int at = 0; at < pages.size(); at++) {
      ((ToggleButton) getChildren().get(at)).setSelected(pages.get(at).equals(shown));
    }
  }

  /** Gives the focus to the page that shows. */
  void focus() {
    getChildren().stream()
        .filter(button -> ((ToggleButton) button).isSelected())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private static int step(KeyCode key) {
    return switch (key) {
      case UP -> -1;
      case DOWN -> 1;
      default -> 0;
    };
  }
}
