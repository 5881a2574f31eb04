package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.HeaderGlossary;
import dev.gatehouse.desktop.exchange.Veil;
import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.Browser;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.VerdictBanner;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What happened: the verdict, the sequence of hops, checks, rules and response of one hop, and the
 * details of the selected step. Up and down move from step to step on the screen, left and right
 * from card to card, Space goes on in the order in which things happened.
 */
public final class ExplanationView extends StackPane {
  private final Supplier<List<Catalogue.Item>> rules;
  private final Selection selection = new Selection();
  private final VerdictBanner banner = new VerdictBanner();
  private final SequenceDiagram diagram = new SequenceDiagram(selection::select);
  private final StepCards cards = new StepCards(selection::select);
  private final ChallengeView challenges;
  private final ExplanationPage page;
  private final DetailsCard details;
  private Node empty =
      new EmptyState(
          Feather.SEND,
          "Nothing was sent yet",
          "Choose a call and who makes it, then press Send. Here you will see every check that the"
              + " server made, and which of them decided.");
  private final ObservableBooleanValue veiled;
  private Runnable again = () -> {};
  private @Nullable ExplanationModel model;
  private @Nullable ExplainedHop shownHop;
  private boolean byKeyboard;

  /** An empty view in a window. */
  public ExplanationView(WindowContext context) {
    this(
        () -> context.server().ask(server -> server.catalogue().rules()).orElseGet(List::of),
        new Browser(context.background(), context.navigator()::status),
        related(context),
        context.background(),
        context.theme().veiled());
  }

  /**
   * An empty view.
   *
   * @param rules the policy's rules at the time of asking, to name those that were not reached
   * @param browser opens a page on the web, given its URL
   * @param related finds the lessons and attacks on a check or rule
   * @param background where large texts are prepared
   * @param veiled whether secrets are hidden from an audience
   */
  public ExplanationView(
      Supplier<List<Catalogue.Item>> rules,
      Consumer<String> browser,
      RelatedFinder related,
      Background background,
      ObservableBooleanValue veiled) {
    this.rules = rules;
    this.veiled = veiled;
    challenges = new ChallengeView(browser);
    DetailView detail = new DetailView(browser, related, challenges);
    details = new DetailsCard(detail, new HeaderGlossary(), background);
    getStylesheets()
        .add(
            Objects.requireNonNull(ExplanationView.class.getResource("explain.css"), "explain.css")
                .toExternalForm());
    getStyleClass().add("explanation");
    setAccessibleText("What happened");
    page = new ExplanationPage(banner, diagram, cards, details.card());
    // A filter, for the panes that scroll would take the arrow keys for themselves.
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    selection.property().addListener((observable, before, now) -> select(now));
    veiled.addListener((observable, before, now) -> again.run());
    getChildren().setAll(empty);
  }

  /** Shows what one press of Send brought about, the deciding step selected. */
  public void show(Exchange exchange) {
    drawVeiled(() -> ExplanationModel.of(seen(exchange), rules.get()));
  }

  /** Shows what was sent of an exchange that goes on. */
  public void showSoFar(Exchange exchange) {
    drawVeiled(() -> ExplanationModel.soFar(seen(exchange), rules.get()));
  }

  /** Shows a request of another program, the deciding step selected. */
  public void show(ExchangeRecord exchange) {
    drawVeiled(
        () -> ExplanationModel.of(veiled.get() ? Veil.over(exchange) : exchange, rules.get()));
  }

  private Exchange seen(Exchange exchange) {
    return veiled.get() ? Veil.over(exchange) : exchange;
  }

  /** Draws it, and again whenever secrets are hidden or shown, at the same step. */
  private void drawVeiled(Supplier<ExplanationModel> explained) {
    draw(explained.get());
    again =
        () -> {
          Optional<Step> at = Optional.ofNullable(selection.property().get());
          draw(explained.get());
          at.flatMap(selection::like).ifPresent(selection::select);
        };
  }

  /** Shows what will be checked once a credential of this type is sent. */
  public void showPlan(Catalogue.Scheme scheme) {
    again = () -> {};
    draw(ExplanationModel.planned(scheme, rules.get()));
  }

  /** Shows what will be checked of each of these requests. */
  public void showPlan(List<PlannedLeg> legs) {
    again = () -> {};
    draw(ExplanationModel.planned(legs, rules.get()));
  }

  /** Shows nothing, and says what to do next. */
  public void clear() {
    again = () -> {};
    model = null;
    shownHop = null;
    selection.begin(null);
    getChildren().setAll(empty);
  }

  /** Whether it is as tall as what is in it, in a page that scrolls, or scrolls by itself. */
  public void flow(boolean on) {
    page.flow(on);
  }

  /** Says in other words why there is nothing to show, when there is nothing. */
  public void whenEmpty(Node other) {
    empty = other;
    if (model == null) {
      getChildren().setAll(empty);
    }
  }

  /**
   * Calls {@code action} with the type of credential, for example {@code basic}, with which a
   * person wants to answer a challenge.
   */
  public void onAnswerChallenge(Consumer<String> action) {
    challenges.onAnswer(action);
  }

  private static RelatedFinder related(WindowContext context) {
    RelatedLinks links =
        new RelatedLinks(
            () ->
                context.server().ask(server -> server.catalogue().weaknesses()).orElseGet(List::of),
            context.navigator());
    return (id, found) ->
        context
            .background()
            .call(
                () -> links.of(id),
                found,
                wrong -> context.navigator().status("The lessons on it cannot be read."));
  }

  /**
   * Selects a check or rule of what is explained, of the last hop that has it.
   *
   * @param id for example {@code jwt.exp}
   * @return whether there is one
   */
  public boolean select(String id) {
    Optional<Step> found =
        model == null
            ? Optional.empty()
            : model.steps().stream()
                .filter(step -> step.detail().id().equals(id))
                .reduce((before, after) -> after);
    found.ifPresent(selection::select);
    return found.isPresent();
  }

  /** The selected step; null while nothing is shown. */
  public ReadOnlyObjectProperty<@Nullable Step> selectedProperty() {
    return selection.property();
  }

  /** Selects the step that came next; returns whether there was one. */
  public boolean next() {
    return selection.move(1);
  }

  /** Selects the step before; returns whether there was one. */
  public boolean previous() {
    return selection.move(-1);
  }

  private void draw(ExplanationModel shown) {
    model = shown;
    shownHop = null;
    Marks.say(banner, shown.headline());
    diagram.show(shown);
    selection.begin(shown);
    if (!getChildren().contains(page)) {
      getChildren().setAll(page);
    }
  }

  private void select(@Nullable Step step) {
    if (step == null) {
      return;
    }
    ExplainedHop hop = selection.hop().orElseThrow();
    if (!hop.equals(shownHop)) {
      shownHop = hop;
      cards.show(hop);
      page.reveal(diagram.markHop(step.hop()));
    }
    diagram
        .mark(step)
        .ifPresent(
            arrow -> {
              page.reveal(arrow);
              if (byKeyboard) {
                arrow.requestFocus();
              }
            });
    cards.mark(step, byKeyboard);
    details.show(step, hop);
  }

  private void pressed(KeyEvent event) {
    boolean onStep = event.getTarget() instanceof StepRow || event.getTarget() instanceof ArrowRow;
    if (!onStep || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    byKeyboard = true;
    boolean known = true;
    switch (event.getCode()) {
      case DOWN -> selection.moveIn(onScreen(), 1);
      case UP -> selection.moveIn(onScreen(), -1);
      case LEFT, RIGHT -> across();
      case SPACE -> selection.move(event.isShiftDown() ? -1 : 1);
      default -> known = false;
    }
    byKeyboard = false;
    if (known) {
      event.consume();
    }
  }

  /** From the checks to the rules or the response, and back. */
  private void across() {
    @Nullable Step step = selection.property().get();
    if (step == null || shownHop == null) {
      return;
    }
    List<Step> checks = shownHop.authentication();
    List<Step> others =
        StepCards.order(shownHop).stream().filter(other -> !checks.contains(other)).toList();
    List<Step> target = checks.contains(step) ? others : checks;
    if (!target.isEmpty()) {
      selection.select(target.get(0));
    }
  }

  private List<Step> onScreen() {
    List<Step> order = new ArrayList<>();
    if (model != null && shownHop != null) {
      for (ExplainedHop hop : model.hops()) {
        order.add(hop.request());
        order.add(hop.answer());
      }
      order.addAll(StepCards.order(shownHop));
    }
    return order;
  }
}
