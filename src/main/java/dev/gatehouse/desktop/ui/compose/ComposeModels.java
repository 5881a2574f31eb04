package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.workbench.Workbench;
import java.time.Clock;
import java.util.Optional;
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

  /** A model that is told of the server whenever one has started. */
  public static ComposeModel of(WindowContext context, Sender sender) {
    ComposeModel model =
        new ComposeModel(
            CredentialTypes.all(),
            sender,
            executor(context.background()),
            Platform::runLater,
            Clock.systemUTC());
    context.server().state().addListener((observable, before, now) -> inform(context, model));
    inform(context, model);
    informAgain(context, model);
    return model;
  }

  /**
   * Tokens expire, and a lesson can last longer than they do: whoever left the window open for an
   * hour is to find a good one there. A timeline would keep JavaFX awake for it.
   */
  private static void informAgain(WindowContext context, ComposeModel model) {
    CompletableFuture.delayedExecutor(FRESH_FOR_MINUTES, TimeUnit.MINUTES)
        .execute(
            () ->
                Platform.runLater(
                    () -> {
                      inform(context, model);
                      informAgain(context, model);
                    }));
  }

  private static void inform(WindowContext context, ComposeModel model) {
    if (context.workbench().state() != Workbench.State.RUNNING) {
      return;
    }
    context
        .background()
        .call(
            () -> facts(context),
            (Optional<ServerFacts> facts) -> facts.ifPresent(model.factsProperty()::set),
            wrong -> context.navigator().status("The server could not be asked what it knows."));
  }

  private static Optional<ServerFacts> facts(WindowContext context) {
    return context
        .workbench()
        .server()
        .flatMap(server -> context.workbench().base().map(base -> ServerFacts.of(server, base)));
  }
}
