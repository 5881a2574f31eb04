package dev.gatehouse.desktop.ui.repeat;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** How often, how fast, and when to stop. */
final class PlanCard extends StackPane {
  private static final int MOST_TIMES = 10_000;
  private static final int MOST_MILLIS = 60_000;
  private static final int MOST_AT_ONCE = 16;

  PlanCard(RepeatModel model) {
    GridPane grid = new GridPane();
    grid.getStyleClass().addAll(Styles.GAP, "plan-grid");
    row(grid, 0, "Each value", "times", "repeat-times", model.times(), 1, MOST_TIMES);
    row(grid, 1, "Pause", "ms", "repeat-pause", model.pause(), 0, MOST_MILLIS);
    row(grid, 2, "At once", "", "repeat-at-once", model.atOnce(), 1, MOST_AT_ONCE);
    CheckBox until = new CheckBox("Stop at the first that is let in");
    until.setId("repeat-until");
    until.setMinWidth(Region.USE_PREF_SIZE);
    until.selectedProperty().bindBidirectional(model.untilLetIn());
    grid.add(until, 0, 3, 3, 1);
    Card card = Card.titled("How", "").withBody(grid);
    card.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().add(card);
    setMinWidth(Region.USE_PREF_SIZE);
  }

  private static void row(
      GridPane grid,
      int at,
      String name,
      String unit,
      String id,
      IntegerProperty property,
      int least,
      int most) {
    Label label = new Label(name);
    Spinner<Integer> spinner = new Spinner<>(new IntegerSpinnerValueFactory(least, most));
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.getEditor().setAccessibleText((name + " " + unit).strip());
    spinner.getStyleClass().add("plan-spinner");
    spinner.getValueFactory().setValue(property.get());
    spinner
        .valueProperty()
        .addListener(
            (observable, before, now) -> {
              if (now != null) {
                property.set(now);
              }
            });
    property.addListener(
        (observable, before, now) -> spinner.getValueFactory().setValue(now.intValue()));
    Label after = new Label(unit);
    after.getStyleClass().add(Styles.QUIET);
    grid.addRow(at, label, spinner, after);
  }
}
