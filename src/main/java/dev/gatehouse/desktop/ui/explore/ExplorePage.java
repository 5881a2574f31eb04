package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.NextStep;
import dev.gatehouse.desktop.ui.compose.ComposeModel;
import dev.gatehouse.desktop.ui.compose.ComposeModels;
import dev.gatehouse.desktop.ui.compose.ComposeView;
import dev.gatehouse.desktop.ui.compose.Composition;
import dev.gatehouse.desktop.ui.compose.CredentialOwner;
import dev.gatehouse.desktop.ui.compose.Sent;
import dev.gatehouse.desktop.ui.compose.StepView;
import dev.gatehouse.desktop.ui.explain.Explained;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.explain.PlannedLeg;
import dev.gatehouse.desktop.ui.shell.Command;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.workbench.HistoryEntry;
import dev.gatehouse.server.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Compose a request, send it, and see every step of why it was or was not let in. */
public final class ExplorePage implements Page, Explained {
  private final WindowContext context;
  private final ComposeModel model;
  private final HistoryModel history;
  private @Nullable ExploreView view;
  private @Nullable Exchange shown;
  private List<PlannedLeg> planned = List.of();
  private String title = "";
  private String wanted = "";

  /** The page, its view not made yet. */
  public ExplorePage(WindowContext context) {
    this.context = context;
    model = ComposeModels.of(context, context.workbench()::send);
    history =
        new HistoryModel(
            context.history(), ComposeModels.executor(context.background()), Platform::runLater);
    model.sending().listen(this::sent);
    model
        .sending()
        .runningProperty()
        .addListener((observable, old, now) -> step(model.steps().waitingProperty().get()));
    model.steps().waitingProperty().addListener((observable, old, now) -> step(now));
  }

  @Override
  public String id() {
    return "explore";
  }

  @Override
  public String title() {
    return "Explore";
  }

  @Override
  public Feather icon() {
    return Feather.SEND;
  }

  @Override
  public Node view() {
    ExplanationView explanation = new ExplanationView(context);
    explanation.onAnswerChallenge(this::answerWith);
    ExploreView made =
        new ExploreView(
            new ComposeView(model, ExploreView.historyPill(this::toggleHistory)),
            new StepView(model),
            history,
            explanation,
            new FromHistory(),
            new StoppedNotice(context.server()),
            context.theme().em());
    view = made;
    model.credential().typeProperty().addListener((observable, old, now) -> plan());
    model.factsProperty().addListener((observable, old, now) -> plan());
    model.credential().changesProperty().addListener((observable, old, now) -> planAgain());
    model.targetProperty().addListener((observable, old, now) -> planAgain());
    if (shown == null) {
      plan();
    } else {
      explanation.show(shown);
      point();
    }
    return made;
  }

  @Override
  public void shown() {
    context.navigator().title(title);
  }

  @Override
  public List<Command> commands() {
    return new ExploreCommands(model, context.navigator(), this::toggleHistory).all();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        Shortcut.of("Shortcut+Enter", "Send", model::send),
        Shortcut.of("Shortcut+H", "History", this::toggleHistory),
        Shortcut.of("Shortcut+L", "Go to the path", this::focusPath),
        Shortcut.of("Esc", "Cancel", model::cancel));
  }

  @Override
  public boolean show(Subject subject) {
    if (subject instanceof Subject.Past past) {
      explain(past.exchange());
    } else if (subject instanceof Subject.Call call) {
      load(Composition.of(call.draft(), "none", Map.of(), model.owner()));
    } else if (subject instanceof Subject.CallAs call) {
      load(
          new Composition(
              call.method(),
              call.path(),
              call.person(),
              call.credential(),
              Map.of(),
              Composition.first().headers(),
              ""));
    } else if (subject instanceof Subject.Step step) {
      wanted = step.id();
      point();
    } else {
      return false;
    }
    return true;
  }

  @Override
  public Optional<ExploreView> explained() {
    return Optional.ofNullable(view);
  }

  private void sent(Sent sent) {
    explain(sent.exchange());
    title = Words.title(sent);
    context.navigator().title(title);
    context.navigator().timing(Words.status(sent.exchange()));
  }

  private void explain(Exchange exchange) {
    shown = exchange;
    if (view != null) {
      view.explanation().show(exchange);
      view.happened();
    }
  }

  /** Before anything was sent: what will be checked. */
  private void plan() {
    if (view != null && shown == null) {
      List<PlannedLeg> legs = model.plan();
      planned = legs;
      if (!legs.isEmpty()) {
        view.explanation().showPlan(legs);
      }
      point();
    }
  }

  /** Something was written: most of it changes nothing in what will be checked. */
  private void planAgain() {
    if (!model.plan().equals(planned)) {
      plan();
    }
  }

  /** A request waits to leave: what has happened so far stands beside it. */
  private void step(@Nullable NextStep step) {
    if (view == null) {
      return;
    }
    if (step == null) {
      // The next step may be on its way; only when all has ended is there nothing to wait for.
      if (!model.sending().runningProperty().get()) {
        view.stepped();
      }
    } else {
      if (!step.before().isEmpty()) {
        view.explanation().showSoFar(new Exchange(step.before()));
      }
      view.step();
    }
  }

  /**
   * Selects the check or rule that is wanted: in what happened, or else where it will be made. Does
   * so later if there is nothing to find it in yet.
   */
  private void point() {
    if (view == null || wanted.isEmpty()) {
      return;
    }
    if (view.explanation().select(wanted)) {
      wanted = "";
    } else {
      model.factsProperty().get().schemeWith(wanted).ifPresent(this::pointAtPlan);
    }
  }

  private void pointAtPlan(Catalogue.Scheme scheme) {
    if (view != null) {
      shown = null;
      view.explanation().showPlan(scheme);
      view.explanation().select(wanted);
      wanted = "";
    }
  }

  private void answerWith(String type) {
    if (model.credential().personProperty().get().equals(Composition.NOBODY)) {
      model.credential().personProperty().set(Composition.first().person());
    }
    model.credential().choose(type);
    if (view != null) {
      view.compose();
      view.focusSend();
    }
  }

  private void load(Composition composition) {
    model.load(composition);
    if (view != null) {
      view.compose();
    }
  }

  private void toggleHistory() {
    if (view != null) {
      view.toggleHistory();
    }
  }

  private void focusPath() {
    if (view != null) {
      view.compose();
      view.focusPath();
    }
  }

  /** What the history's list and buttons do. */
  private final class FromHistory implements HistoryView.Actions {
    @Override
    public void show(HistoryEntry entry) {
      explain(entry.exchange());
      Hop hop = entry.hop();
      title = Words.title(entry.call().method(), entry.target(), hop);
      context.navigator().title(title);
    }

    @Override
    public void edit(HistoryEntry entry) {
      load(HistoryModel.composition(entry, whose()));
    }

    @Override
    public void repeat(HistoryEntry entry) {
      model.load(HistoryModel.composition(entry, whose()));
      model.send();
    }

    @Override
    public void back() {
      if (view != null) {
        view.compose();
      }
    }

    private CredentialOwner whose() {
      return model.owner();
    }
  }
}
