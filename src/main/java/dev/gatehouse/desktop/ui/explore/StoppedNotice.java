package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.ui.shell.ServerStatus;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import dev.gatehouse.desktop.workbench.Workbench.State;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says that the server does not run, while it does not, with a button that starts it. */
final class StoppedNotice extends HBox {
  StoppedNotice(ServerStatus server) {
    VerdictBanner banner =
        new VerdictBanner(
            VerdictBanner.Kind.CAUTION,
            "The Calendar API is stopped",
            "Until it runs, nothing of it can answer.");
    banner.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(banner, Priority.ALWAYS);
    Button start = new Button("Start the server");
    start.setId("start-server");
    start.setMinWidth(USE_PREF_SIZE);
    start.getStyleClass().add(Styles.PRIMARY);
    start.setOnAction(event -> server.start());
    getStyleClass().addAll("notice", Styles.GAP);
    getChildren().addAll(banner, start);
    setMinHeight(USE_PREF_SIZE);
    // A server that could not start says so above the page.
    BooleanBinding stopped =
        Bindings.createBooleanBinding(
            () -> server.state().get() == State.STOPPED && server.failure().get() == null,
            server.state(),
            server.failure());
    visibleProperty().bind(stopped);
    managedProperty().bind(stopped);
  }
}
