package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.theme.Theme;
import dev.gatehouse.desktop.ui.widget.CopyButton;
import dev.gatehouse.desktop.ui.widget.KeyHint;
import dev.gatehouse.desktop.ui.widget.Pill;
import dev.gatehouse.desktop.ui.widget.Tip;
import dev.gatehouse.desktop.workbench.Workbench.State;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The bar at the top: the server's address and weaknesses, search, theme, presenting. */
final class TopBar extends HBox {
  private final ServerStatus server;
  private final Pill address = new Pill("");
  private final Region dot = Pill.dot(Pill.Tone.PLAIN);
  private final Label url = new Label();
  private final Pill weaknesses = new Pill("");

  /**
   * A bar.
   *
   * @param search opens the palette
   * @param present starts presenting
   */
  TopBar(ServerStatus server, Navigator navigator, Theme theme, Runnable search, Runnable present) {
    this.server = server;
    getStyleClass().add("top-bar");
    Label name = new Label("Gatehouse");
    name.getStyleClass().add("program-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            name,
            addressPill(navigator),
            weaknessPill(navigator),
            space,
            searchPill(search),
            themePill(theme),
            presentPill(present));
    server.state().addListener((observable, before, now) -> showAddress());
    server.address().addListener((observable, before, now) -> showAddress());
    server.failure().addListener((observable, before, now) -> showAddress());
    server.weaknesses().addListener((ListChangeListener<String>) change -> showWeaknesses());
    showAddress();
    showWeaknesses();
  }

  private Pill addressPill(Navigator navigator) {
    url.getStyleClass().add(Styles.CODE);
    Label name = new Label("Calendar API");
    name.getStyleClass().add("spare");
    HBox graphic = new HBox(dot, name, url);
    graphic.getStyleClass().addAll("pill-content");
    address.setId("address-pill");
    address.setGraphic(graphic);
    address.setOnAction(
        event -> {
          if (server.running().get()) {
            CopyButton.copy(server.address().get());
            navigator.status("Copied " + server.address().get());
          } else {
            navigator.open("server");
          }
        });
    return address;
  }

  private void showAddress() {
    State state = server.state().get();
    boolean failed = server.failure().get() != null && state == State.STOPPED;
    url.setText(
        switch (state) {
          case RUNNING -> server.address().get();
          case STARTING -> "starting…";
          case STOPPING -> "stopping…";
          case STOPPED -> failed ? "could not start" : "stopped";
        });
    Pill.paint(
        dot, failed ? Pill.Tone.BAD : state == State.RUNNING ? Pill.Tone.GOOD : Pill.Tone.PLAIN);
    String does = state == State.RUNNING ? ", copy the address" : ", open the Server page";
    address.setAccessibleText("Calendar API " + url.getText() + does);
    Tip.on(address, state == State.RUNNING ? "Copy the address" : "Open the Server page");
  }

  private Pill weaknessPill(Navigator navigator) {
    weaknesses.setId("weakness-pill");
    weaknesses.setMinWidth(0);
    weaknesses.setTextOverrun(OverrunStyle.ELLIPSIS);
    weaknesses.setOnAction(event -> navigator.open(new Subject.Weakness("")));
    weaknesses.visibleProperty().bind(server.running());
    weaknesses.managedProperty().bind(server.running());
    return weaknesses;
  }

  private void showWeaknesses() {
    int count = server.weaknesses().size();
    weaknesses.tone(count == 0 ? Pill.Tone.PLAIN : Pill.Tone.CAUTION);
    weaknesses.setGraphic(Icons.of(count == 0 ? Feather.SHIELD : Feather.ALERT_TRIANGLE));
    weaknesses.setText(
        count == 0
            ? "Hardened"
            : count
                + (count == 1 ? " weakness on: " : " weaknesses on: ")
                + String.join(", ", server.weaknesses()));
    weaknesses.setAccessibleText(weaknesses.getText() + ", open the Server page");
    Tip.on(weaknesses, weaknesses.getText());
  }

  private static Pill searchPill(Runnable search) {
    Pill pill = new Pill("");
    Label words = new Label("Search or run…");
    KeyHint keys = new KeyHint(KeyNames.of("Shortcut+K"));
    words.getStyleClass().add("spare");
    keys.getStyleClass().add("spare");
    Node icon = Icons.of(Feather.SEARCH, Styles.QUIET);
    HBox graphic = new HBox(icon, words, keys);
    graphic.getStyleClass().add("pill-content");
    pill.setGraphic(graphic);
    pill.setAccessibleText("Search or run a command");
    pill.setOnAction(event -> search.run());
    return pill;
  }

  private static Pill themePill(Theme theme) {
    Pill pill = new Pill("");
    pill.setId("theme-pill");
    ObservableBooleanValue dark = theme.dark();
    pill.graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> Icons.of(dark.get() ? Feather.SUN : Feather.MOON), dark));
    pill.accessibleTextProperty()
        .bind(Bindings.when(dark).then("Change to light").otherwise("Change to dark"));
    Tip.on(pill, pill.accessibleTextProperty());
    pill.setOnAction(event -> theme.toggle());
    return pill;
  }

  private static Pill presentPill(Runnable present) {
    Pill pill = new Pill("Present");
    pill.getStyleClass().add("present-pill");
    pill.setAccessibleText("Present");
    pill.setGraphic(Icons.of(Feather.MAXIMIZE));
    Tip.on(pill, "Present (F11)");
    pill.setOnAction(event -> present.run());
    return pill;
  }
}
