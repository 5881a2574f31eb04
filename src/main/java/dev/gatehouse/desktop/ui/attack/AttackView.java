package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.AttackCard;
import dev.gatehouse.desktop.attack.AttackOutcome;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.ui.shell.KeyNames;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.KeyHint;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import dev.gatehouse.server.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One attack: what it is, what the attacker does, and what becomes of it on both servers. */
final class AttackView extends VBox {
  private final AttackModel model;
  private final Supplier<List<Catalogue.Item>> rules;
  private final VBox story = new VBox();
  private final AttackSteps steps = new AttackSteps();
  private final VerdictBanner trouble = new VerdictBanner();
  private final AttackColumn weakened;
  private final AttackColumn hardened;
  private final Button back = new Button("Back");
  private final Button next = new Button("Next step", new KeyHint("Space"));

  /**
   * A view.
   *
   * @param rules the policy's rules, to name those that were not reached
   * @param open shows an exchange in full
   */
  AttackView(AttackModel model, Supplier<List<Catalogue.Item>> rules, Consumer<Exchange> open) {
    this.model = model;
    this.rules = rules;
    this.weakened = new AttackColumn("Weakened", open);
    this.hardened = new AttackColumn("Hardened", open);
    story.getStyleClass().addAll(Styles.GAP_WIDE, "attack-story");
    ScrollPane scroll = new ScrollPane(story);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().addAll(Styles.PAGE, Styles.GAP_WIDE, Styles.PADDED_DOUBLE);
    getChildren().addAll(scroll, buttons());
    model.changes().addListener((observable, before, now) -> draw());
    draw();
  }

  private Node buttons() {
    Button run = new Button("", new KeyHint(KeyNames.of("Shortcut+Enter")));
    run.textProperty()
        .bind(Bindings.when(model.running()).then("Cancel").otherwise("Run against both servers"));
    run.getStyleClass().add(Styles.PRIMARY);
    run.setContentDisplay(ContentDisplay.RIGHT);
    next.setContentDisplay(ContentDisplay.RIGHT);
    run.setOnAction(event -> runOrCancel());
    back.setId("attack-back");
    next.setId("attack-next");
    back.setOnAction(event -> model.previous());
    next.setOnAction(event -> model.next());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(run, space, back, next);
    row.getStyleClass().add(Styles.GAP);
    return row;
  }

  private void runOrCancel() {
    if (model.running().get()) {
      model.cancel();
    } else {
      model.run();
    }
  }

  private void draw() {
    AttackCard card = model.selected().get().card();
    story.getChildren().setAll(heading(card), sentence(card.does() + " " + card.works()));
    if (!model.problem().get().isEmpty()) {
      trouble.say(VerdictBanner.Kind.CAUTION, model.problem().get(), "Try again.");
      story.getChildren().add(trouble);
    }
    Optional<AttackOutcome> outcome = model.outcome();
    outcome.ifPresentOrElse(this::drawOutcome, () -> drawIntroduction(card));
    story.getChildren().add(Card.titled("How to fix it", "").withBody(sentence(card.fix())));
    back.setDisable(outcome.isEmpty() || model.shown().get() == 0);
    next.setDisable(outcome.isEmpty() || model.shown().get() >= model.stepCount());
  }

  private void drawIntroduction(AttackCard card) {
    Label needs = sentence(card.needs());
    Label weakness = new Label(card.weakness());
    weakness.getStyleClass().add(Styles.CODE);
    story
        .getChildren()
        .addAll(
            Card.titled("What the attacker has", "").withBody(needs),
            Card.titled("The weakness that lets it in", "").withBody(weakness),
            Card.plain()
                .withBody(
                    new EmptyState(
                        Feather.CROSSHAIR,
                        "Not carried out yet",
                        "Run it: the same requests go to a server with just this weakness, and to a"
                            + " hardened one. Both are started for this page alone; yours is not"
                            + " touched.")));
  }

  private void drawOutcome(AttackOutcome outcome) {
    int shown = model.shown().get();
    steps.show(outcome.hardened().steps(), shown);
    Node told =
        shown == 0 ? sentence("The attacker has: " + outcome.attack().card().needs()) : steps;
    story
        .getChildren()
        .add(
            Card.titled("What happens", "the same requests go to both servers")
                .withTools(progress(shown))
                .withRows(told));
    if (shown == 0) {
      told.getStyleClass().add(Styles.PADDED);
    }
    if (model.decided()) {
      List<Catalogue.Item> names = rules.get();
      weakened.show(outcome.weakened(), outcome.decidingStep(), names);
      hardened.show(outcome.hardened(), outcome.decidingStep(), names);
      HBox columns = new HBox(weakened, hardened);
      columns.getStyleClass().add(Styles.GAP_DOUBLE);
      for (Region column : List.of(weakened, hardened)) {
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(1);
        column.setMaxWidth(Double.MAX_VALUE);
      }
      story.getChildren().add(columns);
    }
  }

  private Label progress(int shown) {
    Label label = new Label(shown + " of " + model.stepCount() + " steps");
    label.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    return label;
  }

  private static Node heading(AttackCard card) {
    Label title = new Label(card.title());
    title.getStyleClass().add(Styles.HEADING);
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label sources = new Label(String.join(" · ", card.sources()));
    sources.getStyleClass().add(Styles.QUIET);
    HBox line = new HBox(title, sources);
    line.getStyleClass().addAll(Styles.GAP_WIDE, "attack-heading");
    return line;
  }

  private static Label sentence(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
