package dev.gatehouse.desktop.ui;

import dev.gatehouse.desktop.settings.PlatformFolders;
import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.server.ServerOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Starts JavaFX, opens the window, and puts everything away when it was closed. */
public final class Launcher {
  private Launcher() {}

  /**
   * Opens the window and returns when it was closed. May be called once in a program's life.
   *
   * @param options how its server is started
   * @param configuration the folder for what a person has set, or null for the platform's own
   * @throws UnsupportedOperationException if there is no display to open it on
   */
  public static void open(ServerOptions options, @Nullable Path configuration) {
    // Text is smoothed in greys: the fonts were drawn for it. Read once, when JavaFX starts.
    System.setProperty("prism.lcdtext", "false");
    App app =
        new App(
            options, Optional.ofNullable(configuration).orElseGet(PlatformFolders::configuration));
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "gatehouse-end"));
    app.beginServer();
    Platform.startup(() -> {});
    Settings settings = app.load();
    CountDownLatch closed = new CountDownLatch(1);
    Platform.runLater(() -> app.show(new Stage(), settings, closed::countDown));
    try {
      closed.await();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
    app.close();
    Platform.exit();
  }
}
