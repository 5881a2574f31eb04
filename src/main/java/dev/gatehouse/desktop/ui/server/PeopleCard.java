package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.ui.shell.Navigator;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.server.DemoPerson;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The demo people; each opens to show what proves them. */
final class PeopleCard extends StackPane {
  private final ServerModel model;
  private final Navigator navigator;
  private final VBox rows = new VBox();

  PeopleCard(ServerModel model, Navigator navigator) {
    this.model = model;
    this.navigator = navigator;
    getChildren().add(Card.titled("Demo people", "and what proves them").withRows(rows));
    model.facts().addListener((observable, before, now) -> show(now));
    show(model.facts().get());
  }

  private void show(RunningServer facts) {
    rows.getChildren().setAll(facts.people().stream().map(this::row).toList());
    if (facts.people().isEmpty()) {
      Label none =
          new Label(
              facts.isThere()
                  ? "One moment: keys and certificates are being made for them."
                  : "They come with the server. Their secrets are new at each start.");
      none.setWrapText(true);
      none.getStyleClass().addAll(Styles.QUIET, Styles.PADDED_DOUBLE);
      rows.getChildren().add(none);
    }
  }

  private Node row(DemoPerson person) {
    return new PersonRow(model.tokensOf(person), model.facts().get().http(), navigator);
  }
}
