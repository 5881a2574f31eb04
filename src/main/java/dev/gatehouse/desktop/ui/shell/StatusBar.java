package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.workbench.History;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The line at the bottom: how many exchanges, the keys worth knowing, how long the last took. */
final class StatusBar extends HBox {
  private static final Duration STAYS = Duration.seconds(6);

  private final Label count = new Label();
  private final HBox hints = new HBox();
  private final Label last = new Label();
  private final StatusWords words = new StatusWords();
  private final PauseTransition stays = new PauseTransition(STAYS);

  StatusBar(History history) {
    getStyleClass().add("status-bar");
    hints.getStyleClass().add("status-hints");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    last.setId("status-text");
    last.textProperty().bind(words.shown());
    stays.setOnFinished(event -> words.pass());
    getChildren().addAll(count, hints, space, last);
    history.listen(entry -> Platform.runLater(() -> count(history.size())));
    count(history.size());
  }

  /** Says what has just been done, for as long as it takes to read it. */
  void say(String text) {
    words.passing(text);
    stays.playFromStart();
  }

  /** Says how long something took, until the next time. */
  void timing(String text) {
    stays.stop();
    words.lasting(text);
  }

  /** Shows the first few keys of the page, and how to see all. */
  void hint(Page page) {
    hints.getChildren().clear();
    page.shortcuts().stream()
        .limit(2)
        .forEach(
            shortcut ->
                hints
                    .getChildren()
                    .add(new Label(KeyNames.of(shortcut.keys()) + " " + lower(shortcut.name()))));
    hints.getChildren().add(new Label("F1 all shortcuts"));
  }

  private void count(int exchanges) {
    count.setText(exchanges + (exchanges == 1 ? " exchange" : " exchanges"));
  }

  private static String lower(String name) {
    return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
