package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Method and path, with the calls of the API to choose from. */
public final class CallRow extends HBox {
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private final TextField target = new TextField();

  /** A row of this model. */
  public CallRow(ComposeModel model) {
    getStyleClass().add(Styles.GAP);
    ComboBox<String> method = new ComboBox<>();
    method.getItems().setAll(METHODS);
    method.valueProperty().bindBidirectional(model.methodProperty());
    method.getStyleClass().addAll(Styles.CODE, "method");
    method.setId("method");
    method.setAccessibleText("Method");
    method.setMinWidth(Region.USE_PREF_SIZE);
    method.setMaxHeight(Double.MAX_VALUE);
    target.textProperty().bindBidirectional(model.targetProperty());
    target.getStyleClass().add(Styles.CODE);
    target.setId("target");
    target.setAccessibleText("Path, or a whole URL, or a curl line");
    target.setPromptText("/calendars");
    HBox.setHgrow(target, Priority.ALWAYS);
    CallSuggestions.offer(target, model);
    getChildren().addAll(method, target);
  }

  /** Puts the caret into the path. */
  void focus() {
    target.requestFocus();
    target.selectAll();
  }
}
