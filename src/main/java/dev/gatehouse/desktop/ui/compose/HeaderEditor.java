package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Tip;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A header line that a person writes: its name, its value, and a button to take it out. */
final class HeaderEditor extends HBox {
  private static final int SHORTEST_NAME = 6;
  private static final int LONGEST_NAME = 16;

  private final TextField name = field("Name of a header");

  HeaderEditor(HeaderRow row, Runnable takeOut) {
    name.textProperty().bindBidirectional(row.nameProperty());
    name.getStyleClass().add(Styles.ACCENT);
    name.setPromptText("Name");
    name.textProperty().addListener((observable, old, now) -> fit(now));
    fit(row.nameProperty().get());
    name.setMinWidth(Region.USE_PREF_SIZE);
    TextField value = field("Value of the header");
    value.setPromptText("value");
    value.textProperty().bindBidirectional(row.valueProperty());
    HBox.setHgrow(value, Priority.ALWAYS);
    Label colon = new Label(": ");
    colon.getStyleClass().add(Styles.CODE);
    Button remove = new Button();
    remove.setGraphic(Icons.of(Feather.X, Styles.QUIET));
    remove.getStyleClass().addAll(Styles.BARE, "remove");
    Tip.on(remove, "Take this header out");
    remove.setAccessibleText("Take this header out");
    remove.setOnAction(event -> takeOut.run());
    getChildren().addAll(name, colon, value, remove);
    getStyleClass().addAll("header-line", "written");
  }

  /** Puts the caret into the name. */
  @Override
  public void requestFocus() {
    name.requestFocus();
  }

  private void fit(String text) {
    name.setPrefColumnCount(Math.max(SHORTEST_NAME, Math.min(LONGEST_NAME, text.length())));
  }

  private static TextField field(String what) {
    TextField field = new TextField();
    field.getStyleClass().addAll(Styles.CODE, "flat-field");
    field.setAccessibleText(what);
    return field;
  }
}
