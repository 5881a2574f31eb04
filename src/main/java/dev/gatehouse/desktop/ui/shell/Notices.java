package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Banners above the page: why the server could not be started, and what else must be said. */
final class Notices extends VBox {
  private final ServerStatus server;
  private final Navigator navigator;
  private final VBox failed = new VBox();

  Notices(ServerStatus server, Navigator navigator) {
    this.server = server;
    this.navigator = navigator;
    getStyleClass().add("notices");
    getChildren().add(failed);
    server.failure().addListener((observable, before, now) -> showFailure(now));
    showFailure(server.failure().get());
  }

  /** Says something until the person dismisses it. */
  void tell(String sentence) {
    VerdictBanner banner = new VerdictBanner(VerdictBanner.Kind.CAUTION, "Please note", sentence);
    HBox line = new HBox(banner);
    Button dismiss = new Button();
    dismiss.setGraphic(Icons.of(Feather.X, Styles.QUIET));
    dismiss.setAccessibleText("Dismiss");
    dismiss.getStyleClass().add(Styles.BARE);
    dismiss.setOnAction(event -> getChildren().remove(line));
    add(line, banner, dismiss);
    getChildren().add(line);
  }

  private void showFailure(String why) {
    failed.getChildren().clear();
    if (why.isEmpty()) {
      return;
    }
    VerdictBanner banner =
        new VerdictBanner(VerdictBanner.Kind.BAD, "The Calendar API did not start.", why);
    HBox line = new HBox(banner);
    Button again = new Button("Try again");
    again.setOnAction(event -> server.start());
    Button more = new Button("Open Server");
    more.setOnAction(event -> navigator.open("server"));
    add(line, banner, again, more);
    failed.getChildren().add(line);
  }

  private static void add(HBox line, VerdictBanner banner, Node... tools) {
    line.getStyleClass().addAll("notice", Styles.GAP);
    HBox.setHgrow(banner, Priority.ALWAYS);
    line.getChildren().addAll(tools);
  }
}
