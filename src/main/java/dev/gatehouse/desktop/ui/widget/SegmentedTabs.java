package dev.gatehouse.desktop.ui.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * Underlined tabs in the header of a card. A tab's content is made when first shown. Left and right
 * move from tab to tab.
 */
public final class SegmentedTabs extends HBox {
  private final ToggleGroup group = new ToggleGroup();
  private final StackPane content = new StackPane();
  private final Map<String, Supplier<Node>> makers = new LinkedHashMap<>();
  private final Map<String, Node> made = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<String> selected = new ReadOnlyObjectWrapper<>("");

  /** No tabs yet. */
  public SegmentedTabs() {
    getStyleClass().add("segmented-tabs");
    addEventFilter(KeyEvent.KEY_PRESSED, this::move);
  }

  /** Adds a tab; the first one is selected. */
  public SegmentedTabs tab(String name, Supplier<Node> maker) {
    put(getChildren().size(), name, maker);
    return this;
  }

  /** Adds a tab before the others, not selected. */
  public void first(String name, Supplier<Node> maker) {
    put(0, name, maker);
  }

  /** Takes a tab away; if it was selected, the first of the others is. */
  public void remove(String name) {
    getChildren().removeIf(child -> name.equals(child.getUserData()));
    makers.remove(name);
    Node gone = made.remove(name);
    content.getChildren().remove(gone);
    if (name.equals(selected.get()) && !getChildren().isEmpty()) {
      select((String) getChildren().get(0).getUserData());
    }
  }

  private void put(int at, String name, Supplier<Node> maker) {
    ToggleButton button = new ToggleButton(name);
    button.setAccessibleRole(AccessibleRole.TAB_ITEM);
    button.setToggleGroup(group);
    button.setUserData(name);
    button.setOnAction(event -> select(name));
    makers.put(name, maker);
    getChildren().add(at, button);
    if (makers.size() == 1) {
      select(name);
    }
  }

  /**
   * Shows a tab.
   *
   * @throws IllegalArgumentException if there is no tab of this name
   */
  public void select(String name) {
    Supplier<Node> maker = makers.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("no such tab: " + name);
    }
    boolean focused = content.isFocusWithin();
    content.getChildren().setAll(made.computeIfAbsent(name, absent -> maker.get()));
    for (Node child : getChildren()) {
      boolean wanted = name.equals(child.getUserData());
      ((ToggleButton) child).setSelected(wanted);
      if (wanted && focused) {
        // What had the focus is gone, and with it the keyboard would be anywhere in the window.
        child.requestFocus();
      }
    }
    selected.set(name);
  }

  /** The name of the tab that shows; empty while there is none. */
  public ReadOnlyObjectProperty<String> selected() {
    return selected.getReadOnlyProperty();
  }

  /** Where the selected tab's content shows; {@link Card#tabbed} places it. */
  public Node content() {
    return content;
  }

  private void move(KeyEvent event) {
    int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
    int at = getChildren().indexOf(event.getTarget());
    int to = at + step;
    if (step == 0 || at < 0 || to < 0 || to >= getChildren().size()) {
      return;
    }
    event.consume();
    Node target = getChildren().get(to);
    select((String) target.getUserData());
    target.requestFocus();
  }
}
