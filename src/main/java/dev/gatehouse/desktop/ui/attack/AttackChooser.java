package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.ui.theme.Styles;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Every attack in a drop-down, for windows too narrow for a list. */
final class AttackChooser extends StackPane {
  AttackChooser(AttackModel model) {
    ComboBox<Attack> all = new ComboBox<>();
    all.getItems().setAll(model.all());
    all.setConverter(new Titles());
    all.setAccessibleText("Attack");
    all.setMaxWidth(Double.MAX_VALUE);
    all.valueProperty().bindBidirectional(model.selected());
    getStyleClass().addAll(Styles.SIDE, "attack-chooser");
    getChildren().setAll(all);
  }

  private static final class Titles extends StringConverter<Attack> {
    @Override
    public String toString(@Nullable Attack attack) {
      return attack == null ? "" : attack.card().group().title() + ": " + attack.card().title();
    }

    @Override
    public Attack fromString(String title) {
      throw new UnsupportedOperationException("attacks are chosen, not typed");
    }
  }
}
