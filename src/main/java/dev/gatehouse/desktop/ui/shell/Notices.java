package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Banners above the page: that the server is weakened, as long as it is, what of it did not work,
 * and what else must be said.
 */
final class Notices extends VBox {
  private final ServerStatus server;
  private final Navigator navigator;
  private final VBox weakened = new VBox();
  private final VBox failed = new VBox();

  Notices(ServerStatus server, Navigator navigator) {
    this.server = server;
    this.navigator = navigator;
    getStyleClass().add("notices");
    getChildren().addAll(weakened, failed);
    server.weaknesses().addListener((ListChangeListener<String>) change -> showWeaknesses());
    showWeaknesses();
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

  private void showWeaknesses() {
    weakened.getChildren().clear();
    List<String> on = List.copyOf(server.weaknesses());
    if (on.isEmpty()) {
      return;
    }
    VerdictBanner banner =
        new VerdictBanner(
            VerdictBanner.Kind.CAUTION,
            "This server is weakened.",
            on.size() == 1
                ? "It "
                    + server.summary(on.get(0)).orElse("leaves out a check")
                    + " ("
                    + on.get(0)
                    + ")."
                : on.size() + " checks are taken away: " + String.join(", ", on) + ".");
    banner.setId("weakened");
    HBox line = new HBox(banner);
    Button harden = new Button("Harden", Icons.of(Feather.SHIELD));
    harden.setOnAction(event -> server.harden());
    add(line, banner, harden);
    weakened.getChildren().add(line);
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
