package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.shell.KeyNames;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.KeyHint;
import dev.gatehouse.desktop.ui.widget.ProblemLine;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import dev.gatehouse.desktop.ui.widget.Tip;
import dev.gatehouse.desktop.ui.widget.UprightScroll;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Where a request is composed and sent. Esc cancels what is under way. */
public final class ComposeView extends VBox {
  private static final Duration SOON = Duration.millis(150);
  private static final String CANCEL = "Cancel";

  private final ComposeModel model;
  private final CallRow call;
  private final Button send = new Button();
  private final HBox sending = new HBox();
  private final VBox content;
  private final ScrollPane scroll;
  private String verb = "Send";

  /**
   * A view of this model.
   *
   * @param tools what stands at the right of its title
   */
  public ComposeView(ComposeModel model, Node... tools) {
    this.model = model;
    getStylesheets().add(ComposeSheet.url());
    getStyleClass().addAll("compose", Styles.GAP_WIDE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox title = new HBox(new SectionTitle("Compose"), space);
    title.getChildren().addAll(tools);
    title.getStyleClass().addAll(Styles.GAP, "compose-title");
    call = new CallRow(model);
    CredentialForm form = new CredentialForm(model);
    RequestCard request = new RequestCard(model);
    content = new VBox(call, new WhoRow(model), form, request);
    content.getStyleClass().add(Styles.GAP_WIDE);
    VBox.setVgrow(request, Priority.SOMETIMES);
    scroll = new UprightScroll(content);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("quiet-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll, problem(), sending);
    sending.getStyleClass().add(Styles.GAP);
    sending.getChildren().add(send());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Offers to send step by step, where there is a place to show the steps. */
  public void offerSteps() {
    ToggleButton steps = new ToggleButton("Step by step");
    steps.setId("step-by-step");
    steps.setGraphic(Icons.of(Feather.SKIP_FORWARD, Styles.QUIET));
    Tip.on(steps, "Show each request before it leaves, to be read and changed");
    steps.setMinWidth(Region.USE_PREF_SIZE);
    steps.selectedProperty().bindBidirectional(model.steps().onProperty());
    sending.getChildren().add(steps);
  }

  /** Says in another word than Send what its button does, where more comes of it than that. */
  public void sayInsteadOfSend(String word) {
    verb = word;
    send.setText(word);
  }

  /** Whether it is as tall as what is in it, in a page that scrolls, or scrolls by itself. */
  public void flow(boolean on) {
    scroll.setContent(on ? null : content);
    getChildren().set(1, on ? content : scroll);
  }

  /** Puts the caret into the path. */
  public void focusTarget() {
    call.focus();
  }

  /** Puts the focus on Send. */
  public void focusSend() {
    send.requestFocus();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.sending().runningProperty().get()) {
      model.cancel();
      event.consume();
    }
  }

  /** What keeps the request from being sent, in words. */
  private Node problem() {
    StringBinding words =
        Bindings.createStringBinding(
            () -> {
              String failed = model.sending().problemProperty().get();
              return failed.isEmpty() ? model.previewProperty().get().problem() : failed;
            },
            model.sending().problemProperty(),
            model.previewProperty());
    return new ProblemLine("compose-problem", words);
  }

  private Node send() {
    send.setId("send");
    send.getStyleClass().add(Styles.PRIMARY);
    send.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(send, Priority.ALWAYS);
    KeyHint keys = new KeyHint("");
    send.setGraphic(keys);
    send.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    Runnable show =
        () -> {
          boolean running = model.sending().runningProperty().get();
          String notYet = model.notYetProperty().get();
          send.setText(running ? CANCEL : notYet.isEmpty() ? verb : notYet);
          keys.setText(running ? "Esc" : notYet.isEmpty() ? KeyNames.of("Shortcut+Enter") : "");
          send.setDisable(!running && !notYet.isEmpty());
        };
    // Most answers are there sooner than anybody could read another word.
    PauseTransition soon = new PauseTransition(SOON);
    soon.setOnFinished(event -> show.run());
    model
        .sending()
        .runningProperty()
        .addListener(
            (observable, old, now) -> {
              soon.stop();
              if (now) {
                soon.play();
              } else {
                show.run();
              }
            });
    model.notYetProperty().addListener((observable, old, now) -> show.run());
    show.run();
    send.setOnAction(
        event -> {
          if (!model.sending().runningProperty().get()) {
            model.send();
          } else if (send.getText().equals(CANCEL)) {
            model.cancel();
          }
        });
    return send;
  }
}
