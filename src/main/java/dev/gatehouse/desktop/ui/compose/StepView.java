package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.exchange.NextStep;
import dev.gatehouse.desktop.ui.shell.KeyNames;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.CodeText;
import dev.gatehouse.desktop.ui.widget.KeyHint;
import dev.gatehouse.desktop.ui.widget.ProblemLine;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import dev.gatehouse.desktop.ui.widget.Syntax;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The request that is about to leave, to be read, edited, and sent. */
public final class StepView extends VBox {
  private final ComposeModel model;
  private final StepModel steps;
  private final Label purpose = new Label();
  private final Label between = new Label();
  private final Button send = new Button("Send this");
  private final CodeText text = CodeText.editable("the request about to leave", Syntax.HTTP);

  /** A view of the step that waits in this model. */
  public StepView(ComposeModel model) {
    this.model = model;
    this.steps = model.steps();
    getStylesheets().add(ComposeSheet.url());
    text.getStyleClass().add(Styles.SECRET);
    getStyleClass().addAll("compose", Styles.GAP_WIDE);
    purpose.getStyleClass().add(Styles.STRONG);
    purpose.setId("step-purpose");
    between.getStyleClass().add(Styles.QUIET);
    VBox title = new VBox(purpose, between);
    title.setMinHeight(Region.USE_PREF_SIZE);
    text.area().setId("step-text");
    // A request needs no tabs, and the keyboard has to get out of it.
    text.area().addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    text.listen(steps.textProperty()::set);
    steps.textProperty().addListener((observable, old, now) -> write(now));
    Card card = Card.titled("Not sent yet", "change whatever you like").withBody(text);
    VBox.setVgrow(card, Priority.ALWAYS);
    Label added =
        new Label("Host, User-Agent and Content-Length are added if they do not stand there.");
    added.setWrapText(true);
    added.setMinHeight(Region.USE_PREF_SIZE);
    added.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    getChildren()
        .addAll(
            new SectionTitle("Step by step"),
            title,
            card,
            added,
            new ProblemLine("step-problem", steps.problemProperty()),
            buttons());
    steps.waitingProperty().addListener((observable, old, now) -> show(now));
    show(steps.waitingProperty().get());
  }

  private void leave(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
      send.requestFocus();
      event.consume();
    }
  }

  /** Puts the caret into the request. */
  public void focus() {
    text.area().requestFocus();
  }

  private void show(@Nullable NextStep step) {
    if (step != null) {
      purpose.setText(step.number() + " · " + step.purpose());
      between.setText(step.between().words());
    }
    write(steps.textProperty().get());
  }

  private void write(String now) {
    if (!text.text().equals(now)) {
      text.setText(now);
    }
  }

  private Node buttons() {
    send.setOnAction(event -> steps.send());
    send.setGraphic(new KeyHint(KeyNames.of("Shortcut+Enter")));
    send.setContentDisplay(ContentDisplay.RIGHT);
    send.setId("send-step");
    send.getStyleClass().add(Styles.PRIMARY);
    send.setMaxWidth(Double.MAX_VALUE);
    Button rest = button("Run to the end", "", steps::runToTheEnd);
    rest.setId("run-to-end");
    Button cancel = button("Cancel", "Esc", model::cancel);
    cancel.setId("cancel-steps");
    for (Button other : new Button[] {rest, cancel}) {
      other.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(other, Priority.ALWAYS);
    }
    HBox others = new HBox(rest, cancel);
    others.getStyleClass().add(Styles.GAP);
    VBox all = new VBox(send, others);
    all.getStyleClass().add(Styles.GAP);
    all.setMinHeight(Region.USE_PREF_SIZE);
    return all;
  }

  private static Button button(String name, String keys, Runnable action) {
    Button button = new Button(name);
    if (!keys.isEmpty()) {
      button.setGraphic(new KeyHint(KeyNames.of(keys)));
      button.setContentDisplay(ContentDisplay.RIGHT);
    }
    button.setOnAction(event -> action.run());
    return button;
  }
}
