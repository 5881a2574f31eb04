package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.AttackCard;
import dev.gatehouse.desktop.attack.AttackOutcome;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.ui.explain.ColumnsPane;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.Scrolling;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import dev.gatehouse.server.Catalogue;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One attack: what it is, what the attacker does, and what becomes of it on both servers. */
final class AttackView extends VBox {
  /** What a view asks the running server. */
  interface Server {
    /** The policy's rules, to name those that were not reached. */
    List<Catalogue.Item> rules();

    /** What a server with this weakness does, in a sentence; empty if it is not known. */
    String summary(String weakness);
  }

  private final AttackModel model;
  private final Server server;
  private final VBox story = new VBox();
  private final ScrollPane scroll = new ScrollPane(story);
  private final AttackSteps steps = new AttackSteps();
  private final VerdictBanner trouble = new VerdictBanner();
  private final AttackColumn weakened;
  private final AttackColumn hardened;
  private final ColumnsPane columns = new ColumnsPane();
  private final AttackControls controls;

  /**
   * A view.
   *
   * @param open shows an exchange in full
   */
  AttackView(AttackModel model, Server server, Consumer<Exchange> open) {
    this.model = model;
    this.server = server;
    this.weakened = new AttackColumn("Weakened", open);
    this.hardened = new AttackColumn("Hardened", open);
    this.controls = new AttackControls(model);
    columns.columns(weakened, hardened);
    story.getStyleClass().addAll(Styles.GAP_WIDE, "attack-story");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().addAll(Styles.PAGE, Styles.GAP_WIDE, Styles.PADDED_DOUBLE);
    getChildren().addAll(scroll, controls);
    model.changes().addListener((observable, before, now) -> draw());
    model.selected().addListener((observable, before, now) -> scroll.setVvalue(0));
    model
        .running()
        .addListener(
            (observable, before, now) -> {
              if (model.outcome().isEmpty()) {
                draw();
              }
            });
    draw();
  }

  /** One step more, and after the last one from the start. */
  void forward() {
    controls.forward();
  }

  private void draw() {
    AttackCard card = model.selected().get().card();
    story.getChildren().setAll(heading(card), sentence(card.does() + " " + card.works()));
    if (!model.problem().get().isEmpty()) {
      trouble.say(VerdictBanner.Kind.CAUTION, model.problem().get(), "Try again.");
      story.getChildren().add(trouble);
    }
    model.outcome().ifPresentOrElse(this::drawOutcome, () -> drawIntroduction(card));
    if (model.complete()) {
      story.getChildren().add(Card.titled("How to fix it", "").withBody(sentence(card.fix())));
    }
    controls.look();
  }

  private void drawIntroduction(AttackCard card) {
    Label weakness = new Label(card.weakness());
    weakness.getStyleClass().add(Styles.CODE);
    VBox hole = new VBox(weakness, sentence(server.summary(card.weakness())));
    hole.getStyleClass().add(Styles.GAP_HALF);
    EmptyState state =
        model.running().get()
            ? new EmptyState(
                Feather.CROSSHAIR,
                "Trying it on both servers…",
                "A server with just this weakness, and a hardened one, both for this page alone.")
            : new EmptyState(
                Feather.CROSSHAIR,
                "Not carried out yet",
                "Run it: the same requests go to a server with just this weakness, and to a"
                    + " hardened one. Both are started for this page alone; yours is not"
                    + " touched.");
    story
        .getChildren()
        .addAll(
            Card.titled("What the attacker has", "").withBody(sentence(card.needs())),
            Card.titled("The weakness that lets it in", "").withBody(hole),
            Card.plain().withBody(state));
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
      List<Catalogue.Item> names = server.rules();
      weakened.show(outcome.weakened(), outcome.decidingStep(), names);
      hardened.show(outcome.hardened(), outcome.decidingStep(), names);
      story.getChildren().add(columns);
      // What became of it, and where the two part, is what everybody is to see.
      Scrolling.toTop(scroll, columns);
      hardened.deciding().ifPresent(row -> Scrolling.reveal(scroll, row));
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
    Label sources = new Label(String.join(" · ", card.sources()));
    sources.getStyleClass().add(Styles.QUIET);
    FlowPane line = new FlowPane(title, sources);
    for (Label label : List.of(title, sources)) {
      label.setWrapText(true);
      label.maxWidthProperty().bind(line.widthProperty());
    }
    line.setPrefWrapLength(0);
    line.getStyleClass().add("attack-heading");
    return line;
  }

  private static Label sentence(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
