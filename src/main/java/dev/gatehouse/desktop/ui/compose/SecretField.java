package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Tip;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** A secret to be edited, shown as dots until it is asked for. */
final class SecretField extends HBox {
  SecretField(FieldModel field) {
    getStyleClass().add(Styles.GAP_HALF);
    String what = field.field().label();
    PasswordField masked = new PasswordField();
    TextField open = new TextField();
    for (TextField text : new TextField[] {masked, open}) {
      text.textProperty().bindBidirectional(field.valueProperty());
      text.getStyleClass().add(Styles.CODE);
      text.setAccessibleText(what);
    }
    masked.setId("field-" + field.field().name());
    ToggleButton reveal = new ToggleButton();
    reveal.getStyleClass().add(Styles.BARE);
    reveal.setGraphic(Icons.of(Feather.EYE, Styles.QUIET));
    Tip.on(reveal, "Show or hide");
    reveal.setAccessibleText("Show " + what);
    open.visibleProperty().bind(reveal.selectedProperty());
    masked.visibleProperty().bind(reveal.selectedProperty().not());
    reveal
        .selectedProperty()
        .addListener(
            (observable, old, now) ->
                reveal.setGraphic(Icons.of(now ? Feather.EYE_OFF : Feather.EYE, Styles.QUIET)));
    StackPane both = new StackPane(masked, open);
    HBox.setHgrow(both, Priority.ALWAYS);
    getChildren().addAll(both, reveal);
  }
}
