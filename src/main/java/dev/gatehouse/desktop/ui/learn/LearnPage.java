package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.lesson.Lesson;
import dev.gatehouse.desktop.lesson.LessonChecker;
import dev.gatehouse.desktop.lesson.Progress;
import dev.gatehouse.desktop.lesson.ProgressKeeper;
import dev.gatehouse.desktop.lesson.ProgressStore;
import dev.gatehouse.desktop.lesson.RequestStep;
import dev.gatehouse.desktop.lesson.Task;
import dev.gatehouse.desktop.lesson.Verdict;
import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.Browser;
import dev.gatehouse.desktop.ui.compose.ComposeModel;
import dev.gatehouse.desktop.ui.compose.ComposeModels;
import dev.gatehouse.desktop.ui.compose.ServerFacts;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.shell.Command;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lessons: predict, try against the real server, and be told what really happened. */
public final class LearnPage implements Page {
  private static final Logger LOG = LoggerFactory.getLogger(LearnPage.class);

  private final WindowContext context;
  private final ProgressStore store;
  private final ProgressKeeper keeper;
  private final LearnModel model;
  private final ComposeModel compose;
  private final Links links;
  private final LessonCommands commands;
  private volatile LearnModel.@Nullable Attempt attempt;
  private Background.Job loading = () -> {};
  private Background.Job reading = () -> {};
  private @Nullable Path folder;
  private @Nullable Workspace workspace;
  private @Nullable ExplanationView explanation;
  private @Nullable String wanted;

  /** The page, its lessons not read yet. */
  public LearnPage(WindowContext context) {
    this.context = context;
    this.store = new ProgressStore(context.configuration(), "student");
    this.keeper = new ProgressKeeper(store);
    this.model = new LearnModel(this::keep);
    this.compose =
        ComposeModels.of(context.background(), new LessonSender(this::server, this::weaknesses));
    this.links =
        new Links(
            context.navigator(), new Browser(context.background(), context.navigator()::status));
    compose.sending().runningProperty().addListener((observable, before, now) -> begins(now));
    compose.sending().listen(sent -> answered(sent.exchange()));
    model.changes().addListener((observable, before, now) -> waitForPrediction());
    model.task().addListener((observable, before, now) -> setUp(before, now));
    commands = new LessonCommands(context, this::explain);
  }

  /** The server for lessons, which nobody else calls. May block until it has started. */
  private OwnServer server() {
    return context.workbench().laboratory("lessons");
  }

  private Set<String> weaknesses() {
    LearnModel.Attempt current = attempt;
    return current == null ? Set.of() : current.task().weaknesses();
  }

  @Override
  public String id() {
    return "learn";
  }

  @Override
  public String title() {
    return "Learn";
  }

  @Override
  public Feather icon() {
    return Feather.BOOK_OPEN;
  }

  @Override
  public Node view() {
    ExplanationView happened = new ExplanationView(context);
    Workspace right = new Workspace(compose, happened);
    explanation = happened;
    workspace = right;
    LessonView lesson =
        new LessonView(
            model,
            new TaskView.Actions() {
              @Override
              public void begin(Task task) {
                model.task().set(task);
              }

              @Override
              public void solve(Task task) {
                model.task().set(task);
                load(task.solution().get(task.solution().size() - 1).over(task.start()));
              }
            },
            links::follow);
    LearnPanes all =
        new LearnPanes(
            new LessonList(model, this::choose),
            new LessonMenu(model, this::choose),
            lesson,
            right,
            context.theme().em());
    all.getStylesheets()
        .add(
            Objects.requireNonNull(LearnPage.class.getResource("learn.css"), "learn.css")
                .toExternalForm());
    ComposeModels.keepInformed(context, compose, () -> Optional.of(facts(server().server())));
    // First what was done earlier, for it says which lesson comes next.
    context.background().call(store::load, this::resume, this::explain);
    return all;
  }

  private static ServerFacts facts(GatehouseServer server) {
    return ServerFacts.of(server, server.http());
  }

  private void resume(Progress earlier) {
    model.resume(earlier);
    read();
  }

  @Override
  public List<Command> commands() {
    return commands.of(model.lessons());
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(Shortcut.of("Shortcut+Enter", "Send", compose::send));
  }

  @Override
  public boolean show(Subject subject) {
    if (!(subject instanceof Subject.Lesson lesson)) {
      return false;
    }
    wanted = lesson.id();
    openWanted();
    return true;
  }

  private void openWanted() {
    Optional<Lesson> found = Optional.ofNullable(wanted).flatMap(model::named);
    found.ifPresent(
        lesson -> {
          wanted = null;
          model.open(lesson);
        });
  }

  /** Reads the lessons; of two readings the later one counts. */
  private void read() {
    reading.cancel();
    @Nullable Path from = folder;
    reading =
        context
            .background()
            .call(() -> new LessonFolder(server().server()).read(from), this::show, this::explain);
  }

  private void show(LessonChecker.Report report) {
    model.show(report);
    openWanted();
  }

  private void choose() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open a folder of lessons");
    @Nullable Workspace shown = workspace;
    @Nullable File chosen = shown == null ? null : chooser.showDialog(shown.getScene().getWindow());
    if (chosen != null) {
      folder = chosen.toPath();
      read();
      watch(chosen.toPath());
    }
  }

  /** Reads a trainer's lessons again whenever one of them was saved. */
  private void watch(Path watched) {
    context
        .background()
        .run(
            () -> LessonFolder.awaitChange(watched),
            () -> {
              if (watched.equals(folder)) {
                read();
                watch(watched);
              }
            },
            this::explain);
  }

  private void setUp(@Nullable Task before, @Nullable Task now) {
    waitForPrediction();
    if (now != null && !LearnModel.isSame(before, now)) {
      load(now.start());
    }
  }

  private void load(RequestStep step) {
    loading.cancel();
    loading =
        context
            .background()
            .call(() -> StartingPoint.of(step, server().server()), compose::load, this::explain);
    if (workspace != null) {
      workspace.request();
    }
  }

  private void waitForPrediction() {
    compose.notYetProperty().set(model.notYet());
  }

  /** Notes what is tried when a request begins, for a student may go on before it is answered. */
  private void begins(boolean running) {
    if (running) {
      attempt = model.attempt().orElse(null);
    }
  }

  private void answered(Exchange exchange) {
    if (explanation != null && workspace != null) {
      explanation.show(exchange);
      workspace.happened();
    }
    LearnModel.Attempt tried = attempt;
    ExchangeRecord record = exchange.last().record();
    if (tried != null && record != null) {
      model.judge(tried, record);
      if (workspace != null && workspace.hidesLesson()) {
        boolean done = model.verdict(tried.task()).filter(Verdict::done).isPresent();
        context.navigator().status((done ? "Done" : "Not yet") + ": see Lesson");
      }
    }
  }

  private void keep(Progress progress) {
    keeper.take(progress);
    context.background().run(keeper::write, () -> {}, this::explain);
  }

  @Override
  public void close() {
    try {
      keeper.write();
    } catch (IOException unwritable) {
      LOG.warn("The progress cannot be kept: {}", unwritable.getMessage());
    }
  }

  private void explain(Throwable wrong) {
    context.navigator().status("Learn: " + wrong.getMessage());
  }
}
