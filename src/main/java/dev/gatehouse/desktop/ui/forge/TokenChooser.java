package dev.gatehouse.desktop.ui.forge;

import dev.gatehouse.desktop.attack.forge.SeenToken;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/** The tokens seen so far, by whom they are about and where they were seen; never the secrets. */
final class TokenChooser extends MenuButton {
  private final ForgeModel model;

  TokenChooser(ForgeModel model) {
    super("Take a token");
    this.model = model;
    setId("take-token");
    setMinWidth(Region.USE_PREF_SIZE);
    // One without items would not open.
    getItems().setAll(new MenuItem());
    setOnShowing(event -> fill());
  }

  private void fill() {
    getItems().setAll(model.seen().stream().map(this::item).toList());
    if (getItems().isEmpty()) {
      MenuItem none =
          new MenuItem("No token was seen yet. Start the server, or send one in Explore.");
      none.setDisable(true);
      getItems().setAll(none);
    }
  }

  private MenuItem item(SeenToken seen) {
    String subject = seen.subject();
    MenuItem item = new MenuItem(seen.where() + (subject.isEmpty() ? "" : "  ·  sub " + subject));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> model.take(seen));
    return item;
  }
}
