package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.workbench.Workbench;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Makes what a page composes with in a window. */
public final class ComposeModels {
  private static final long FRESH_FOR_MINUTES = 20;

  private ComposeModels() {}

  /** What runs blocking work in the background, and says nothing of how it ended. */
  public static Executor executor(Background background) {
    return work -> background.run(work::run, () -> {}, wrong -> {});
  }

  /** A model that is told of the server that a person works with, whenever it has started. */
  public static ComposeModel of(WindowContext context, Sender sender) {
    ComposeModel model = of(context.background(), sender);
    Callable<Optional<ServerFacts>> facts = () -> facts(context.workbench());
    context
        .server()
        .running()
        .addListener((observable, before, now) -> inform(context, model, facts));
    keepInformed(context, model, facts);
    return model;
  }

  /** A model that knows of no server yet. */
  public static ComposeModel of(Background background, Sender sender) {
    return new ComposeModel(
        CredentialTypes.all(), sender, executor(background), Platform::runLater, Clock.systemUTC());
  }

  /**
   * Tells a model of a server, now and every so often: tokens expire, and a lesson can last longer
   * than they do. Whoever left the window open for an hour is to find a good one there.
   *
   * @param facts asks the server, in the background; empty while it does not run
   */
  public static void keepInformed(
      WindowContext context, ComposeModel model, Callable<Optional<ServerFacts>> facts) {
    inform(context, model, facts);
    // A timeline would keep JavaFX awake for it.
    CompletableFuture.delayedExecutor(FRESH_FOR_MINUTES, TimeUnit.MINUTES)
        .execute(() -> Platform.runLater(() -> keepInformed(context, model, facts)));
  }

  private static void inform(
      WindowContext context, ComposeModel model, Callable<Optional<ServerFacts>> facts) {
    context
        .background()
        .call(
            facts,
            found -> found.ifPresent(model.factsProperty()::set),
            wrong -> context.navigator().status("The server could not be asked what it knows."));
  }

  private static Optional<ServerFacts> facts(Workbench workbench) {
    return workbench
        .server()
        .flatMap(server -> workbench.base().map(base -> ServerFacts.of(server, base)));
  }
}
