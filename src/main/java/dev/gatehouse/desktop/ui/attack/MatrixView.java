package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.AttackGroup;
import dev.gatehouse.desktop.attack.AttackOutcome;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All attacks against both servers in one table, with progress, filters and ways to hand it on. */
final class MatrixView extends VBox {
  private static final String EVERY_KIND = "Every kind of credential";

  private final AttackModel model;
  private final MatrixTable table;
  private final VerdictBanner tally = new VerdictBanner();
  private final ComboBox<String> kind = new ComboBox<>();
  private final TextField filter = new TextField();

  /**
   * A view.
   *
   * @param open shows an attack in full
   * @param saving offers to write the report of what was carried out
   */
  MatrixView(AttackModel model, Consumer<Attack> open, Saving saving) {
    this.model = model;
    this.table = new MatrixTable(model, open);
    VBox.setVgrow(table, Priority.ALWAYS);
    getStyleClass().addAll(Styles.PAGE, Styles.GAP_WIDE, Styles.PADDED_DOUBLE);
    getChildren().addAll(tally, tools(saving), progress(), table);
    model.outcomes().addListener((MapChangeListener<String, AttackOutcome>) change -> look());
    model.changes().addListener((observable, before, now) -> sum());
    model.running().addListener((observable, before, now) -> sum());
    fill();
    sum();
  }

  /** Gives the focus to the filter. */
  void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  private Node tools(Saving saving) {
    kind.getItems().add(EVERY_KIND);
    List.of(AttackGroup.values()).forEach(group -> kind.getItems().add(group.title()));
    kind.setValue(EVERY_KIND);
    kind.setId("matrix-kind");
    kind.setAccessibleText("Kind of credential");
    kind.valueProperty().addListener((observable, before, now) -> fill());
    filter.setId("matrix-filter");
    filter.setPromptText("Filter…");
    filter.setAccessibleText("Filter the attacks");
    filter.textProperty().addListener((observable, before, now) -> fill());
    RunButton run = new RunButton(model, "Run all " + model.all().size(), model::runAll);
    run.setId("matrix-run");
    FlowPane tools =
        new FlowPane(
            run,
            kind,
            filter,
            save("Export HTML…", saving::page),
            save("Export JSON…", saving::json));
    tools.getStyleClass().add("attack-controls");
    return tools;
  }

  private Button save(String words, Runnable action) {
    Button button = new Button(words, Icons.of(Feather.DOWNLOAD));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    button.disableProperty().bind(Bindings.isEmpty(model.outcomes()));
    return button;
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Attacks carried out");
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label at = new Label();
    at.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(bar, at);
    row.getStyleClass().addAll(Styles.GAP, "matrix-progress");
    row.visibleProperty().bind(model.running());
    row.managedProperty().bind(model.running());
    model
        .queue()
        .addListener(
            (observable, before, now) -> {
              if (!now.isEmpty()) {
                int all = Math.max(model.all().size(), 1);
                int done = all - now.size();
                bar.setProgress((double) done / all);
                at.setText(done + " of " + all + " · now: " + now.get(0).card().title());
              }
            });
    return row;
  }

  private void fill() {
    Attack selected = table.getSelectionModel().getSelectedItem();
    Optional<AttackGroup> group =
        List.of(AttackGroup.values()).stream()
            .filter(known -> known.title().equals(kind.getValue()))
            .findFirst();
    table.getItems().setAll(model.matching(filter.getText(), group));
    table.sort();
    table.getSelectionModel().select(selected);
  }

  private void look() {
    table.refresh();
    sum();
  }

  private void sum() {
    String words = model.tally();
    if (!model.problem().get().isEmpty()) {
      tally.say(VerdictBanner.Kind.CAUTION, model.problem().get(), "Run them again.");
    } else if (words.isEmpty()) {
      tally.say(
          VerdictBanner.Kind.NEUTRAL,
          Feather.GRID,
          "Every attack against both servers.",
          "One server is hardened, the other has just the weakness that each attack needs. Both are this page's own.");
    } else if (model.report().asItShouldBe()) {
      tally.say(VerdictBanner.Kind.GOOD, Feather.SHIELD, words, "");
    } else {
      tally.say(VerdictBanner.Kind.BAD, words, "The rows say which.");
    }
  }

  /** Offers to write the report of what was carried out. */
  interface Saving {
    /** As a page for a browser. */
    void page();

    /** As JSON. */
    void json();
  }
}
