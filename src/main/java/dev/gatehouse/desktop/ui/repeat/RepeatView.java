package dev.gatehouse.desktop.ui.repeat;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.repeat.Attempt;
import dev.gatehouse.desktop.repeat.AttemptCsv;
import dev.gatehouse.desktop.ui.compose.ComposeView;
import dev.gatehouse.desktop.ui.explain.Explained;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.shell.KeyNames;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.Pill;
import dev.gatehouse.desktop.ui.widget.Tip;
import dev.gatehouse.desktop.ui.widget.TwoPanes;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import dev.gatehouse.desktop.workbench.HistoryEntry;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The request at the left; its values, the results, and one of them explained at the right. */
final class RepeatView extends StackPane implements Explained.View {
  /** Something that blocks. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  /** What the view asks of the rest of the program. */
  interface Actions {
    /** What was sent so far, newest first. */
    List<HistoryEntry> history();

    /** Takes one of those as the request. */
    void take(HistoryEntry entry);

    /** Shows an exchange where there is more room for it. */
    void open(Exchange exchange);

    /** Asks where to write the results, and writes them there. */
    void save(String csv);

    /** Does something that blocks, and says in the status bar that it is done, or why not. */
    void inBackground(Work work, String done);
  }

  private static final double ENOUGH_EM = 70;

  private final RepeatModel model;
  private final Actions actions;
  private final ExplanationView explanation;
  private final ComposeView compose;
  private final AttemptTable table;
  private final SplitPane results = new SplitPane();
  private final StackPane below = new StackPane();
  private final VerdictBanner tally = new VerdictBanner();
  private final TwoPanes panes;

  /**
   * A view.
   *
   * @param em the size of text in pixels
   */
  RepeatView(
      RepeatModel model, ExplanationView explanation, Actions actions, ObservableDoubleValue em) {
    this.model = model;
    this.actions = actions;
    this.explanation = explanation;
    compose = new ComposeView(model.compose(), markPill(), new BeginMenu(model, actions));
    compose.sayInsteadOfSend("Start");
    compose.getStyleClass().add("repeat-left");
    table = new AttemptTable(model.attempts());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((observable, before, now) -> explain(now));
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            openSelected();
            event.consume();
          }
        });
    results.setOrientation(Orientation.VERTICAL);
    results.getStyleClass().add("repeat-split");
    VBox.setVgrow(below, Priority.ALWAYS);
    ValuesCard values = new ValuesCard(model, actions::inBackground);
    HBox.setHgrow(values, Priority.ALWAYS);
    values.setMinWidth(0);
    HBox above = new HBox(values, new PlanCard(model));
    above.getStyleClass().add(Styles.GAP_WIDE);
    above.setMinHeight(Region.USE_PREF_SIZE);
    VBox right = new VBox(above, progress(), below);
    right
        .getStyleClass()
        .addAll(Styles.PAGE, Styles.GAP_WIDE, Styles.PADDED_DOUBLE, "repeat-right");
    panes = new TwoPanes(compose, right, em, ENOUGH_EM);
    panes.stacked().addListener((observable, before, now) -> compose.flow(now));
    getChildren().setAll(panes);
    model.attempts().addListener((ListChangeListener<Attempt>) change -> look());
    model.running().addListener((observable, before, now) -> look());
    look();
  }

  /** What explains the selected result. */
  @Override
  public ExplanationView explanation() {
    return explanation;
  }

  /** Marks the place where the keyboard is. */
  void mark() {
    Marking.at(getScene());
  }

  /** Hides what is only for composing, or shows it again. */
  @Override
  public void presenting(boolean on) {
    panes.rightAlone(on);
  }

  private Node markPill() {
    Pill pill = new Pill("Mark");
    pill.setId("repeat-mark");
    pill.setAccessibleText("Mark the place for the values");
    Tip.on(
        pill,
        "Puts § around what is selected in the request: there the values go ("
            + KeyNames.of("Shortcut+M")
            + ")");
    // The keyboard stays in the field that is to be marked.
    pill.setFocusTraversable(false);
    pill.setOnAction(event -> mark());
    return pill;
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setAccessibleText("How many answers have come");
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> model.attempts().size() / (double) Math.max(1, model.planned().get()),
                model.attempts(),
                model.planned()));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.visibleProperty().bind(model.running());
    bar.managedProperty().bind(model.running());
    Button save = new Button("Save as CSV…");
    save.setId("repeat-save");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(event -> actions.save(AttemptCsv.write(List.copyOf(model.attempts()))));
    save.disableProperty().bind(Bindings.isEmpty(model.attempts()));
    HBox.setHgrow(tally, Priority.ALWAYS);
    Button full = new Button("Explain in full");
    full.setId("repeat-explain");
    full.setMinWidth(Region.USE_PREF_SIZE);
    full.setOnAction(event -> openSelected());
    full.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    HBox line = new HBox(tally, full, save);
    line.getStyleClass().addAll(Styles.GAP, "repeat-tally");
    VBox both = new VBox(line, bar);
    both.getStyleClass().add(Styles.GAP_HALF);
    both.setMinHeight(Region.USE_PREF_SIZE);
    both.visibleProperty().bind(Bindings.isNotEmpty(model.attempts()).or(model.running()));
    both.managedProperty().bind(both.visibleProperty());
    return both;
  }

  private void look() {
    boolean any = !model.attempts().isEmpty();
    if (any) {
      tally.say(VerdictBanner.Kind.NEUTRAL, model.tally(), model.reasons());
      show(results);
    } else if (!model.running().get()) {
      show(nothingYet());
    } else {
      tally.say(VerdictBanner.Kind.NEUTRAL, "On the way…", "");
      show(results);
    }
    if (results.getItems().isEmpty()) {
      results.getItems().setAll(table);
    }
  }

  private void show(Node node) {
    if (!below.getChildren().contains(node)) {
      below.getChildren().setAll(node);
    }
  }

  private static Node nothingYet() {
    return new EmptyState(
        Feather.REPEAT,
        "Nothing was repeated yet",
        "Write § around a part of the request, or choose something to begin with, and press Start."
            + " What comes of each value stands here: the status, what stopped it, how long it"
            + " took.");
  }

  private void explain(@Nullable Attempt attempt) {
    if (attempt == null) {
      results.getItems().setAll(table);
      return;
    }
    if (attempt.exchange() == null) {
      explanation.whenEmpty(
          new EmptyState(
              Feather.INFO,
              attempt.words(),
              "There is nothing more of it: it was not sent, or so much is kept already."));
      explanation.clear();
    } else {
      explanation.show(attempt.exchange());
    }
    if (results.getItems().size() < 2) {
      results.getItems().setAll(table, explanation);
      results.setDividerPositions(0.35);
    }
  }

  private void openSelected() {
    @Nullable Attempt attempt = table.getSelectionModel().getSelectedItem();
    if (attempt != null && attempt.exchange() != null) {
      actions.open(attempt.exchange());
    }
  }
}
