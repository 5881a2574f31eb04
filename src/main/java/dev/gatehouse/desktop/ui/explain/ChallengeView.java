package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The {@code WWW-Authenticate} headers of a 401 made readable, each with a way to answer it. */
public final class ChallengeView extends VBox {
  private Consumer<String> answer = type -> {};

  /** An empty view. */
  public ChallengeView() {
    getStyleClass().addAll(Styles.GAP, "challenges");
  }

  /** Explains these headers, in their order. */
  public void show(List<Header> headers) {
    getChildren().clear();
    for (Header header : headers) {
      Label value = new Label(header.value());
      value.getStyleClass().add(Styles.CODE);
      Button button = new Button("Answer with " + header.value().split(" ", 2)[0] + "…");
      button.setOnAction(event -> answer.accept("basic"));
      getChildren().addAll(value, button);
    }
  }

  /** Calls {@code action} with the type of credential with which a person wants to answer. */
  public void onAnswer(Consumer<String> action) {
    answer = action;
  }
}
