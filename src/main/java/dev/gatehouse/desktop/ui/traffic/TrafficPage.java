package dev.gatehouse.desktop.ui.traffic;

import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Steppable;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.TwoPanes;
import dev.gatehouse.desktop.workbench.Workbench.State;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.trace.ExchangeLog;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every exchange that the server recorded, live, with the explanation of the selected one. */
public final class TrafficPage implements Page, Steppable {
  /** Often enough to seem immediate, seldom enough to cost nothing. */
  private static final Duration BATCH = Duration.millis(80);

  private static final double ENOUGH_EM = 58;

  private final WindowContext context;
  private final TrafficModel model = new TrafficModel(ExchangeLog.DEFAULT_CAPACITY);
  private final TrafficFeed feed =
      new TrafficFeed(ExchangeLog.DEFAULT_CAPACITY, TrafficPage::soon, model::add);
  private @Nullable ExchangeLog log;
  private @Nullable TrafficList list;
  private @Nullable ExplanationView explanation;
  private @Nullable TwoPanes panes;

  /** The page, not shown yet. It listens from when it is first shown. */
  public TrafficPage(WindowContext context) {
    this.context = context;
  }

  @Override
  public String id() {
    return "traffic";
  }

  @Override
  public String title() {
    return "Traffic";
  }

  @Override
  public Feather icon() {
    return Feather.ACTIVITY;
  }

  @Override
  public Node view() {
    ExplanationView what = new ExplanationView(context);
    what.whenEmpty(
        new EmptyState(
            Feather.MOUSE_POINTER,
            "Select an exchange",
            "Here you will see every check that the server made for it."));
    FirstCalls curl = new FirstCalls(context.server());
    TrafficList all = new TrafficList(model, what::show, this::clear, curl);
    explanation = what;
    list = all;
    TwoPanes split = new TwoPanes(all, what, context.theme().em(), ENOUGH_EM);
    split.stacked().addListener((observable, before, now) -> what.flow(now));
    split
        .getStylesheets()
        .add(
            Objects.requireNonNull(TrafficPage.class.getResource("traffic.css"), "traffic.css")
                .toExternalForm());
    split.getStyleClass().add("traffic");
    panes = split;
    context.server().state().addListener((observable, before, now) -> follow(now));
    follow(context.server().state().get());
    return split;
  }

  @Override
  public void shown() {
    feed.open(true);
  }

  @Override
  public void hidden() {
    feed.open(false);
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        Shortcut.of("Shortcut+F", "Filter", this::find),
        Shortcut.of(
            "Shortcut+P", "Pause or go on", () -> model.paused().set(!model.paused().get())));
  }

  @Override
  public boolean next() {
    return explanation != null && explanation.next();
  }

  @Override
  public boolean previous() {
    return explanation != null && explanation.previous();
  }

  @Override
  public void presenting(boolean on) {
    if (panes != null) {
      panes.rightAlone(on);
    }
  }

  private void find() {
    if (list != null) {
      list.find();
    }
  }

  private void clear() {
    feed.clear();
    model.clear();
    if (explanation != null) {
      explanation.clear();
    }
  }

  /** Listens to the server that runs now; what an earlier one recorded is gone with it. */
  private void follow(State state) {
    if (state != State.RUNNING) {
      return;
    }
    ExchangeLog current = context.server().ask(GatehouseServer::exchanges).orElse(null);
    if (current == null || current.equals(log)) {
      return;
    }
    if (log != null) {
      log.unlisten(feed);
    }
    log = current;
    clear();
    current.listen(feed);
    List<ExchangeRecord> kept = current.after(null, ExchangeLog.DEFAULT_CAPACITY);
    Collections.reverse(kept);
    feed.without(kept);
    model.add(kept);
  }

  private static void soon(Runnable task) {
    Platform.runLater(
        () -> {
          PauseTransition pause = new PauseTransition(BATCH);
          pause.setOnFinished(event -> task.run());
          pause.play();
        });
  }
}
