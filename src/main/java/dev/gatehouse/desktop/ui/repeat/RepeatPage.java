package dev.gatehouse.desktop.ui.repeat;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.repeat.Attempt;
import dev.gatehouse.desktop.repeat.Series;
import dev.gatehouse.desktop.repeat.Template;
import dev.gatehouse.desktop.ui.compose.ComposeModels;
import dev.gatehouse.desktop.ui.compose.Composition;
import dev.gatehouse.desktop.ui.explain.Explained;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.SaveDialog;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.workbench.HistoryEntry;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One request sent again and again with other values: guessing, spraying, counting through. */
public final class RepeatPage implements Page, Explained {
  private final WindowContext context;
  private final RepeatModel model;
  private final Series series;
  private @Nullable RepeatView view;

  /** The page, its view not made yet. */
  public RepeatPage(WindowContext context) {
    this.context = context;
    this.series = new Series(context.workbench()::attempt);
    this.model = new RepeatModel(ComposeModels.of(context, this::send), Platform::runLater);
    model.load(RepeatExample.guessing());
  }

  /** Sends all of them; the exchange of the last that came stands for the whole. */
  private Exchange send(
      CredentialType type, Map<String, String> values, Draft call, DraftReview review)
      throws InterruptedException {
    AtomicReference<@Nullable Attempt> last = new AtomicReference<>();
    series.run(
        new Template(type, values, call),
        model.plan(),
        attempt -> {
          last.set(attempt);
          model.heard(attempt);
        });
    @Nullable Attempt ended = last.get();
    if (ended == null || ended.exchange() == null) {
      throw new IllegalArgumentException(
          ended == null ? "Nothing was sent." : "It could not be sent: " + ended.words());
    }
    return ended.exchange();
  }

  @Override
  public String id() {
    return "repeat";
  }

  @Override
  public String title() {
    return "Repeat";
  }

  @Override
  public Feather icon() {
    return Feather.REPEAT;
  }

  @Override
  public Node view() {
    RepeatView made =
        new RepeatView(model, new ExplanationView(context), new Doing(), context.theme().em());
    made.getStylesheets()
        .add(
            Objects.requireNonNull(RepeatPage.class.getResource("repeat.css"), "repeat.css")
                .toExternalForm());
    view = made;
    return made;
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        Shortcut.of("Shortcut+Enter", "Start", model.compose()::send),
        Shortcut.of("Shortcut+M", "Mark a place for the values", this::mark),
        Shortcut.of("Esc", "Cancel", model.compose()::cancel));
  }

  @Override
  public List<Shortcut> keysOfView() {
    return List.of(Shortcut.of("Enter", "Explain the selected result in full", () -> {}));
  }

  @Override
  public Optional<RepeatView> explained() {
    return Optional.ofNullable(view);
  }

  private void mark() {
    if (view != null) {
      view.mark();
    }
  }

  /** What the view asks of the rest of the program. */
  private final class Doing implements RepeatView.Actions {
    @Override
    public List<HistoryEntry> history() {
      return context.history().all();
    }

    @Override
    public void take(HistoryEntry entry) {
      model
          .compose()
          .load(
              Composition.of(entry.call(), entry.type(), entry.values(), model.compose().owner()));
    }

    @Override
    public void open(Exchange exchange) {
      context.navigator().open(new Subject.Past(exchange));
    }

    @Override
    public void save(String csv) {
      if (view != null) {
        new SaveDialog("Save the results", "results.csv", "CSV", "csv")
            .open(context, view, file -> Files.writeString(file, csv));
      }
    }

    @Override
    public void inBackground(RepeatView.Work work, String done) {
      context
          .background()
          .run(
              work::run,
              () -> context.navigator().status(done),
              wrong -> context.navigator().status("That did not work: " + wrong.getMessage()));
    }
  }
}
