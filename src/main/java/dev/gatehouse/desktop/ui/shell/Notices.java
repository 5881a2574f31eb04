package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Banners above the page: what of the server did not work, and what else must be said. */
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

  private void showFailure(ServerStatus.@Nullable Failure failure) {
    failed.getChildren().clear();
    if (failure == null) {
      return;
    }
    VerdictBanner banner = new VerdictBanner(VerdictBanner.Kind.BAD, failure.what(), failure.why());
    HBox line = new HBox(banner);
    Button again = new Button("Try again");
    again.setOnAction(event -> server.start());
    again.visibleProperty().bind(server.running().not());
    again.managedProperty().bind(again.visibleProperty());
    Button more = new Button("Open Server");
    more.setOnAction(event -> navigator.open("server"));
    add(line, banner, again, more);
    failed.getChildren().add(line);
  }

  private static void add(HBox line, VerdictBanner banner, Region... tools) {
    line.getStyleClass().addAll("notice", Styles.GAP);
    HBox.setHgrow(banner, Priority.ALWAYS);
    banner.setMinHeight(USE_PREF_SIZE);
    for (Region tool : tools) {
      tool.setMinWidth(USE_PREF_SIZE);
    }
    line.getChildren().addAll(tools);
  }
}
