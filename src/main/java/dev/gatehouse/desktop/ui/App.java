package dev.gatehouse.desktop.ui;

import dev.gatehouse.desktop.settings.PlatformFolders;
import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.SettingsStore;
import dev.gatehouse.desktop.ui.shell.MainWindow;
import dev.gatehouse.desktop.ui.shell.ServerStatus;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.theme.Theme;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Puts the program together: settings, server, history, theme, window and pages. The window shows
 * at once; the server starts behind it.
 */
public final class App {
  private final Workbench workbench;
  private final SettingsStore store;
  private final Path configuration;
  private final Background background = new Background();

  /**
   * The program, not shown yet.
   *
   * @param configuration the folder for what a person has set
   */
  public App(ServerOptions options, Path configuration) {
    this.workbench = new Workbench(options);
    this.configuration = configuration;
    this.store = new SettingsStore(configuration);
  }

  /** Starts JavaFX, shows the window, and returns when it was closed and all was put away. */
  static void open(ServerOptions options, @Nullable Path configuration) {
    App app =
        new App(
            options, Optional.ofNullable(configuration).orElseGet(PlatformFolders::configuration));
    Settings settings = app.load();
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          stage.setOnHidden(event -> closed.countDown());
          app.show(stage, settings);
        });
    try {
      closed.await();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
    app.close();
    Platform.exit();
  }

  /** Builds the window in a stage and shows it. On the JavaFX thread. */
  public void show(Stage stage, Settings settings) {
    Theme theme = new Theme(settings);
    ServerStatus server = new ServerStatus(workbench, background);
    MainWindow window = new MainWindow(server, workbench.history(), theme);
    Scene scene = new Scene(window.root(), settings.width(), settings.height());
    theme.adorn(scene);
    stage.setScene(scene);
    stage.setMaximized(settings.maximized());
    stage.titleProperty().bind(window.titleText());
    stage.show();
    window.fill(
        Pages.all(
            new WindowContext(
                workbench, server, workbench.history(), background, window, theme, configuration)),
        Pages.FIRST);
    server.start();
  }

  /** Stops the server and whatever else runs. */
  public void close() {
    background.close();
    workbench.close();
  }

  private Settings load() {
    try {
      return store.load();
    } catch (IOException unreadable) {
      return Settings.initial();
    }
  }
}
