package dev.gatehouse.desktop.ui.explain;

import javafx.application.Platform;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The cards and the details of what is selected in them: below, or in a wide window below the cards
 * at the right alone, so that a long list of checks has the whole height.
 */
final class StepsAndDetails extends StackPane {
  private static final double WIDE_EMS = 84;

  private final StepCards cards;
  private final Region details;
  private DividedPane below;
  private boolean wide;

  StepsAndDetails(StepCards cards, Region details) {
    this.cards = cards;
    this.details = details;
    below = new DividedPane(cards, details);
    getChildren().setAll(below);
    widthProperty().addListener((observable, before, now) -> check());
    // Later, for fonts change while the nodes are gone through, which must not move meanwhile.
    cards
        .ruler()
        .fontProperty()
        .addListener((observable, before, now) -> Platform.runLater(this::check));
  }

  private void check() {
    boolean now = getWidth() >= WIDE_EMS * cards.em();
    if (now != wide) {
      wide = now;
      arrange();
    }
  }

  private void arrange() {
    getChildren().clear();
    below.getItems().clear();
    if (wide) {
      cards.allBeside(details);
      getChildren().setAll(cards);
    } else {
      cards.alone();
      below = new DividedPane(cards, details);
      getChildren().setAll(below);
    }
  }
}
