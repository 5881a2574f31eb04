package dev.gatehouse.desktop.ui.server;

import atlantafx.base.controls.ToggleSwitch;
import dev.gatehouse.desktop.ui.shell.ServerStatus;
import dev.gatehouse.desktop.ui.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A weakness: a switch, what a server with it does, and the check that it takes away. */
final class WeaknessRow extends HBox {
  private final ListChangeListener<String> follow;

  WeaknessRow(WeaknessGroup.Row row, ServerStatus status) {
    getStyleClass().addAll(Styles.ROW, "weakness");
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setId("weakness-" + row.name());
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setAccessibleText(row.name() + ", " + row.summary());
    toggle.setSelected(status.weaknesses().contains(row.name()));
    setDisable(status.locked());
    Label name = new Label(row.name());
    name.getStyleClass().add(Styles.CODE);
    Label on = new Label("on");
    on.getStyleClass().addAll(Styles.WARNED, Styles.SMALL, Styles.STRONG);
    on.visibleProperty().bind(toggle.selectedProperty());
    HBox title = new HBox(name, on);
    title.getStyleClass().add(Styles.GAP);
    Label summary = new Label(row.summary());
    summary.setWrapText(true);
    Label removes = new Label("takes away  " + row.removes() + "  " + row.question());
    removes.setWrapText(true);
    removes.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    VBox words = new VBox(title, summary, removes);
    words.getStyleClass().add("weakness-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, toggle);
    words.setOnMouseClicked(event -> toggle.fire());
    toggle
        .selectedProperty()
        .addListener(
            (observable, before, now) -> {
              if (now != status.weaknesses().contains(row.name())) {
                status.weaken(row.name(), now);
              }
            });
    follow = change -> toggle.setSelected(status.weaknesses().contains(row.name()));
    status.weaknesses().addListener(new WeakListChangeListener<>(follow));
  }
}
