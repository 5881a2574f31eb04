package dev.gatehouse.desktop.ui.intercept;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.intercept.Checkpoint;
import dev.gatehouse.desktop.intercept.HeldWire;
import dev.gatehouse.desktop.intercept.Passage;
import dev.gatehouse.desktop.intercept.Relay;
import dev.gatehouse.desktop.ui.explain.Explained;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.Shortcut;
import dev.gatehouse.desktop.ui.shell.Subject;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.GatehouseServer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Requests and responses held on their way, changed, let go or dropped. */
public final class InterceptPage implements Page, Explained {
  private static final String THIS_PROGRAM = "this program";

  private final WindowContext context;
  private final Checkpoint checkpoint = new Checkpoint();
  private final InterceptModel model = new InterceptModel(checkpoint, Platform::runLater);
  private @Nullable InterceptView view;
  private @Nullable Relay relay;
  private boolean closed;

  /** The page; the relay listens from when it is first shown. */
  public InterceptPage(WindowContext context) {
    this.context = context;
    checkpoint.listen(this::comeToTheFront);
    model.own().addListener((observable, before, now) -> divert());
    model.requests().addListener((observable, before, now) -> divert());
    model.responses().addListener((observable, before, now) -> divert());
    context
        .workbench()
        .listen(
            state -> {
              if (state != Workbench.State.RUNNING) {
                // Nobody is there to answer what waits.
                checkpoint.letAllGo();
              }
            });
  }

  /** What passed and was answered, the newest first. */
  public List<Exchange> passed() {
    return model.passages().stream()
        .flatMap(passage -> Stream.ofNullable(passage.hop()))
        .map(hop -> new Exchange(List.of(hop)))
        .toList();
  }

  @Override
  public String id() {
    return "intercept";
  }

  @Override
  public String title() {
    return "Intercept";
  }

  @Override
  public Feather icon() {
    return Feather.PAUSE_CIRCLE;
  }

  @Override
  public Node view() {
    InterceptView made =
        new InterceptView(model, new ExplanationView(context), context.theme().em());
    made.getStylesheets()
        .add(
            Objects.requireNonNull(InterceptPage.class.getResource("intercept.css"), "css")
                .toExternalForm());
    view = made;
    context
        .background()
        .call(
            this::listen,
            opened -> model.relay().set(opened.address().toString()),
            wrong -> context.navigator().status(String.valueOf(wrong.getMessage())));
    return made;
  }

  private synchronized Relay listen() throws java.io.IOException {
    Workbench workbench = context.workbench();
    Relay opened =
        Relay.open(
            checkpoint, () -> workbench.server().map(GatehouseServer::http), workbench.wire());
    relay = opened;
    if (closed) {
      opened.close();
    }
    return opened;
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        Shortcut.of("Shortcut+Enter", "Let go", model::letGo),
        Shortcut.of(
            "Shortcut+I", "Hold requests", () -> model.requests().set(!model.requests().get())),
        Shortcut.of("Shortcut+D", "Drop", model::drop),
        Shortcut.of("Shortcut+Shift+Enter", "Let all go", model::letAllGo));
  }

  @Override
  public boolean show(Subject subject) {
    if (!(subject instanceof Subject.Held wanted)) {
      return false;
    }
    Optional<Passage> known = model.passage(wanted.number());
    known.ifPresent(model::select);
    return known.isPresent();
  }

  @Override
  public Optional<InterceptView> explained() {
    return Optional.ofNullable(view);
  }

  @Override
  public synchronized void close() {
    closed = true;
    checkpoint.close();
    if (relay != null) {
      relay.close();
    }
  }

  /** Straight on while nothing is held: then there is nothing to pass. */
  private void divert() {
    boolean held = model.requests().get() || model.responses().get();
    UnaryOperator<Wire> around =
        model.own().get() && held
            ? wire -> new HeldWire(checkpoint, THIS_PROGRAM, wire)
            : UnaryOperator.identity();
    context.workbench().divert(around);
  }

  /** Whoever pressed Send on another page is to see why no answer comes. */
  private void comeToTheFront(Passage passage) {
    if (passage.held() && passage.origin().equals(THIS_PROGRAM)) {
      // Later, once the model has heard of it too.
      Platform.runLater(
          () ->
              Platform.runLater(
                  () -> context.navigator().open(new Subject.Held(passage.number()))));
    }
  }
}
