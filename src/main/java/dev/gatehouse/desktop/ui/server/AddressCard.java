package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import dev.gatehouse.desktop.ui.widget.Pill;
import dev.gatehouse.desktop.workbench.Workbench.State;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where the server answers, and buttons to start, stop and reset it. */
final class AddressCard extends StackPane {
  private final ServerModel model;
  private final WindowContext context;
  private final VBox addresses = new VBox();
  private final HBox buttons = new HBox();
  private final Confirmation confirmation = new Confirmation();

  AddressCard(ServerModel model, WindowContext context) {
    this.model = model;
    this.context = context;
    addresses.getStyleClass().add(Styles.GAP);
    buttons.getStyleClass().add(Styles.GAP);
    VBox body = new VBox(addresses, buttons, confirmation);
    body.getStyleClass().add(Styles.GAP_WIDE);
    Label state = new Label();
    Region dot = Pill.dot(Pill.Tone.PLAIN);
    HBox said = new HBox(dot, state);
    said.getStyleClass().addAll("pill", "pill-content");
    state
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> word(model.status().state().get()), model.status().state()));
    model
        .status()
        .running()
        .addListener(
            (observable, before, now) -> Pill.paint(dot, now ? Pill.Tone.GOOD : Pill.Tone.PLAIN));
    Pill.paint(dot, model.status().running().get() ? Pill.Tone.GOOD : Pill.Tone.PLAIN);
    getChildren().add(Card.titled("Calendar API", "").withTools(said).withBody(body));
    model.facts().addListener((observable, before, now) -> show());
    model.status().state().addListener((observable, before, now) -> show());
    show();
  }

  private void show() {
    RunningServer facts = model.facts().get();
    State state = model.status().state().get();
    addresses.getChildren().clear();
    confirmation.hide();
    if (state == State.RUNNING && facts.http().isEmpty()) {
      // The rest comes as soon as the server has been asked for it.
      addAddress("Address", model.status().address().get());
    } else if (state == State.RUNNING) {
      addAddress("HTTPS", facts.https());
      addAddress("HTTP", facts.http());
    } else {
      Label hint =
          new Label(
              state == State.STOPPED
                  ? "Nothing answers while it is stopped. Start it to send requests, from this window or with curl."
                  : "One moment…");
      hint.setWrapText(true);
      hint.getStyleClass().add(Styles.QUIET);
      addresses.getChildren().add(hint);
    }
    Button start = button("Start", Feather.PLAY, model.status()::start);
    start.getStyleClass().add(Styles.PRIMARY);
    Button stop =
        button(
            "Stop",
            Feather.SQUARE,
            () ->
                unlessLost(
                    "Stop it", "Data, switches and recorded exchanges are lost.", this::stop));
    Button reset =
        button(
            "Reset",
            Feather.ROTATE_CCW,
            () ->
                unlessLost(
                    "Reset it",
                    "Calendars, switches and recorded exchanges go back to how they were at the start.",
                    this::reset));
    start.setDisable(state != State.STOPPED);
    if (state == State.RUNNING || state == State.STOPPING) {
      stop.setDisable(state == State.STOPPING);
      reset.setDisable(state == State.STOPPING);
      buttons.getChildren().setAll(stop, reset);
    } else {
      buttons.getChildren().setAll(start);
    }
  }

  private void unlessLost(String verb, String loss, Runnable action) {
    if (model.wouldLoseSomething()) {
      confirmation.ask(loss, verb, action);
    } else {
      action.run();
    }
  }

  private void stop() {
    model.status().stop();
  }

  private void reset() {
    model.status().reset(() -> context.navigator().status("The server is as it was at the start"));
  }

  private void addAddress(String kind, String address) {
    if (address.isEmpty()) {
      return;
    }
    Label name = new Label(kind);
    name.getStyleClass().addAll(Styles.QUIET, "field-name");
    Label url = new Label(address);
    url.getStyleClass().add(Styles.CODE);
    HBox.setHgrow(url, Priority.ALWAYS);
    url.setMaxWidth(Double.MAX_VALUE);
    Node copy = new CopyButton("the " + kind + " address", () -> address);
    HBox line = new HBox(name, url, copy);
    line.getStyleClass().addAll(Styles.GAP, "field-line");
    addresses.getChildren().add(line);
  }

  private static Button button(String text, Feather icon, Runnable action) {
    Button button = new Button(text, Icons.of(icon));
    button.setOnAction(event -> action.run());
    return button;
  }

  private static String word(State state) {
    return switch (state) {
      case RUNNING -> "running";
      case STARTING -> "starting…";
      case STOPPING -> "stopping…";
      case STOPPED -> "stopped";
    };
  }
}
