package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.ui.shell.ServerStatus;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import dev.gatehouse.desktop.ui.widget.VerdictBanner.Kind;
import dev.gatehouse.desktop.workbench.Workbench.State;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The teaching switches, by type of credential, with a search and a way back to hardened. */
final class WeaknessPane extends VBox {
  private final ServerModel model;
  private final TextField search = new TextField();
  private final VBox groups = new VBox();
  private final VerdictBanner banner = new VerdictBanner();

  WeaknessPane(ServerModel model) {
    this.model = model;
    getStyleClass().addAll("weaknesses", Styles.GAP_DOUBLE);
    groups.getStyleClass().addAll(Styles.GAP_DOUBLE, "groups");
    search.setPromptText("Filter by name, check or words");
    search.setAccessibleText("Filter weaknesses");
    search.textProperty().bindBidirectional(model.search());
    HBox.setHgrow(search, Priority.ALWAYS);
    Button harden = new Button("Harden everything", Icons.of(Feather.SHIELD));
    harden.setMinWidth(USE_PREF_SIZE);
    harden.setOnAction(event -> model.status().harden());
    harden.setDisable(model.status().weaknesses().isEmpty());
    HBox tools = new HBox(search, harden);
    tools.getStyleClass().add(Styles.GAP);
    VBox head = new VBox(new SectionTitle("Weaknesses"), banner, tools);
    head.getStyleClass().addAll(Styles.GAP_WIDE, "pane-head");
    ScrollPane scroll = new ScrollPane(groups);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    model
        .status()
        .weaknesses()
        .addListener(
            (ListChangeListener<String>)
                change -> {
                  harden.setDisable(model.status().weaknesses().isEmpty());
                  sum();
                });
    model.groups().addListener((ListChangeListener<WeaknessGroup>) change -> show());
    model.facts().addListener((observable, before, now) -> show());
    model
        .status()
        .state()
        .addListener(
            (observable, before, now) -> {
              show();
              sum();
            });
    show();
    sum();
  }

  /** Gives the focus to the search. */
  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private void sum() {
    int on = model.status().weaknesses().size();
    if (model.status().locked()) {
      banner.say(
          Kind.GOOD,
          Feather.LOCK,
          "Hardened, and to stay so.",
          "Other machines can reach this server. Started with --i-know-this-is-vulnerable, it lets weaknesses be on.");
    } else if (on == 0) {
      banner.say(
          Kind.GOOD,
          Feather.SHIELD,
          "Hardened.",
          "Every check runs. Switch a weakness on to see what it lets in.");
    } else {
      banner.say(
          Kind.CAUTION,
          on == 1 ? "1 check is taken away." : on + " checks are taken away.",
          "The trace says “skipped” where it would have run.");
    }
  }

  private void show() {
    boolean none = model.facts().get().catalogue().weaknesses().isEmpty();
    getChildren().get(0).setVisible(!none);
    getChildren().get(0).setManaged(!none);
    if (none) {
      groups.getChildren().setAll(stopped());
    } else if (model.groups().isEmpty()) {
      groups
          .getChildren()
          .setAll(
              new EmptyState(
                  Feather.SEARCH, "No weakness fits", "Fewer or other words find more."));
    } else {
      groups.getChildren().setAll(model.groups().stream().map(this::card).toList());
    }
  }

  private Node stopped() {
    ServerStatus status = model.status();
    String advice = "Its weaknesses show as soon as it runs.";
    if (status.state().get() != State.STOPPED) {
      return new EmptyState(Feather.SERVER, "One moment", advice);
    }
    Button start = new Button("Start the server");
    start.getStyleClass().add(Styles.PRIMARY);
    start.setOnAction(event -> status.start());
    return new EmptyState(Feather.SERVER, "The server is not running", advice, start);
  }

  private Node card(WeaknessGroup group) {
    VBox rows = new VBox();
    for (WeaknessGroup.Row row : group.rows()) {
      rows.getChildren().add(new WeaknessRow(row, model.status()));
    }
    int count = group.rows().size();
    Region card =
        Card.titled(group.title(), count == 1 ? "1 weakness" : count + " weaknesses")
            .withRows(rows);
    card.setMinHeight(USE_PREF_SIZE);
    return card;
  }
}
