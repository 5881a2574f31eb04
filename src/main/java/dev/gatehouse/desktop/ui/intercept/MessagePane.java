package dev.gatehouse.desktop.ui.intercept;

import dev.gatehouse.desktop.intercept.Passage;
import dev.gatehouse.desktop.intercept.Passage.Stage;
import dev.gatehouse.desktop.ui.shell.KeyNames;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.CodeText;
import dev.gatehouse.desktop.ui.widget.KeyHint;
import dev.gatehouse.desktop.ui.widget.ProblemLine;
import dev.gatehouse.desktop.ui.widget.Syntax;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The message that waits, to be read, edited, let go or dropped. */
final class MessagePane extends VBox {
  private final InterceptModel model;
  private final VerdictBanner banner = new VerdictBanner();
  private final CodeText text = CodeText.editable("the message that is held", Syntax.HTTP);

  MessagePane(InterceptModel model) {
    this.model = model;
    getStyleClass().add(Styles.GAP_WIDE);
    text.area().setId("held-text");
    text.getStyleClass().add(Styles.SECRET);
    text.listen(model.text()::set);
    model.text().addListener((observable, before, now) -> write(now));
    write(model.text().get());
    banner.setMinHeight(Region.USE_PREF_SIZE);
    Card card = Card.titled("The message", "change whatever you like").withBody(text);
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().addAll(banner, card, new ProblemLine("held-problem", model.problem()), buttons());
    setMinSize(0, 0);
  }

  /** Says what waits. */
  void show(Passage passage) {
    boolean request = passage.stage() == Stage.REQUEST_HELD;
    banner.say(
        VerdictBanner.Kind.CAUTION,
        Feather.PAUSE,
        request ? "This request has not reached the server" : "The server has answered",
        request
            ? "It waits here, from " + passage.origin() + "."
            : "Whoever asked has not got the response yet.");
  }

  /** Puts the caret into the message. */
  void focus() {
    text.area().requestFocus();
  }

  private void write(String now) {
    if (!text.text().equals(now)) {
      text.setText(now);
    }
  }

  private Node buttons() {
    Button go = button("Let go", "Shortcut+Enter", model::letGo);
    go.setId("let-go");
    go.getStyleClass().add(Styles.PRIMARY);
    Button drop = button("Drop", "Shortcut+D", model::drop);
    drop.setId("drop");
    Label length = new Label("Content-Length is counted anew.");
    length.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    FlowPane row = new FlowPane(go, drop, length);
    row.getStyleClass().addAll(Styles.GAP, "held-buttons");
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  private static Button button(String name, String keys, Runnable action) {
    Button button = new Button(name, new KeyHint(KeyNames.of(keys)));
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
