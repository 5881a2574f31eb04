package dev.gatehouse.desktop.ui.intercept;

import atlantafx.base.controls.ToggleSwitch;
import dev.gatehouse.desktop.intercept.Passage;
import dev.gatehouse.desktop.ui.shell.KeyNames;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.Tip;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where the relay is, what is held, and everything that waits or passed. */
final class PassageList extends VBox {
  private final InterceptModel model;
  private final ListView<Passage> list = new ListView<>();
  private boolean following;

  PassageList(InterceptModel model) {
    this.model = model;
    getStyleClass().addAll(Styles.SIDE, Styles.GAP_WIDE, "passages");
    list.setId("passages");
    list.setItems(model.passages());
    list.setAccessibleText("What waits and what passed, the newest first");
    list.setCellFactory(view -> new PassageCell());
    list.setPlaceholder(
        new EmptyState(
            Feather.PAUSE_CIRCLE,
            "Nothing has passed yet",
            "Switch on what to hold. Then send something: with the line for curl above, or from"
                + " Explore."));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (observable, before, now) -> {
              if (now != null && !following) {
                model.select(now);
              }
            });
    model.selected().addListener((observable, before, now) -> follow(now));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(relay(), switches(), title(), list);
  }

  /** Puts the keyboard into the list. */
  void focus() {
    list.requestFocus();
  }

  /** A passage that came further is another item of the list, and is to stay selected. */
  private void follow(@Nullable Passage now) {
    following = true;
    if (now == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(now);
    }
    following = false;
  }

  private Node relay() {
    Label address = code("relay-address");
    address
        .textProperty()
        .bind(Bindings.when(model.relay().isEmpty()).then("starting…").otherwise(model.relay()));
    Label curl = code("relay-curl");
    curl.textProperty().bind(Bindings.concat("curl -i ", model.relay(), "/me"));
    VBox both =
        new VBox(
            line(address, new CopyButton("the address of the relay", model.relay()::get)),
            line(curl, new CopyButton("the line for curl", curl::getText)));
    both.getStyleClass().add(Styles.GAP_HALF);
    Card card = Card.titled("Relay", "call it in place of the API").withBody(both);
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private static Node line(Label text, CopyButton copy) {
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(text, copy);
    line.getStyleClass().addAll(Styles.GAP_HALF, "relay-line");
    return line;
  }

  private static Label code(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add(Styles.CODE);
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private Node switches() {
    VBox all =
        new VBox(
            toggle("Hold requests", "hold-requests", KeyNames.of("Shortcut+I"), model.requests()),
            toggle("Hold responses", "hold-responses", "", model.responses()),
            toggle("Also what this program sends", "hold-own", "", model.own()));
    all.getStyleClass().add(Styles.GAP);
    all.setMinHeight(Region.USE_PREF_SIZE);
    return all;
  }

  private static Node toggle(String words, String id, String keys, BooleanProperty on) {
    ToggleSwitch toggle = new ToggleSwitch(words);
    toggle.setId(id);
    toggle.setAccessibleText(words);
    toggle.setMaxWidth(Double.MAX_VALUE);
    toggle.selectedProperty().bindBidirectional(on);
    Tip.on(toggle, keys);
    return toggle;
  }

  private Node title() {
    Label title = new Label();
    title.getStyleClass().add("section-title");
    Runnable count =
        () -> title.setText(model.held() + " HELD · " + model.passages().size() + " IN ALL");
    model.passages().addListener((ListChangeListener<Passage>) change -> count.run());
    count.run();
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button all = small("Let all go", model::letAllGo);
    all.setId("let-all-go");
    Tip.on(all, KeyNames.of("Shortcut+Shift+Enter"));
    HBox line = new HBox(title, space, all, small("Clear", model::forget));
    line.getStyleClass().addAll(Styles.GAP, "relay-line");
    line.setMinHeight(Region.USE_PREF_SIZE);
    return line;
  }

  private static Button small(String words, Runnable action) {
    Button button = new Button(words);
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(event -> action.run());
    return button;
  }
}
