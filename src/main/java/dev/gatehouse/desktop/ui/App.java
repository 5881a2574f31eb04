package dev.gatehouse.desktop.ui;

import dev.gatehouse.desktop.settings.Settings;
import dev.gatehouse.desktop.settings.SettingsStore;
import dev.gatehouse.desktop.ui.shell.MainWindow;
import dev.gatehouse.desktop.ui.shell.Page;
import dev.gatehouse.desktop.ui.shell.ServerStatus;
import dev.gatehouse.desktop.ui.shell.WindowContext;
import dev.gatehouse.desktop.ui.theme.SystemAppearance;
import dev.gatehouse.desktop.ui.theme.Theme;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the program together: settings, server, theme, window and pages. The window shows at once;
 * the server starts behind it.
 */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

  private final Path configuration;
  private final Workbench workbench;
  private final SettingsStore store;
  private final Background background = new Background();
  private final AtomicBoolean closed = new AtomicBoolean(false);
  private volatile Settings settings = Settings.initial();
  private volatile List<Page> pages = List.of();

  /**
   * The program, not shown yet.
   *
   * @param options how its server is started
   * @param configuration the folder for what a person has set
   */
  public App(ServerOptions options, Path configuration) {
    this.configuration = configuration;
    this.workbench = new Workbench(options);
    this.store = new SettingsStore(configuration);
  }

  /**
   * Begins to start the server, which can go on while JavaFX starts. If that fails, it is tried
   * again when the window is there, which then tells why.
   */
  public void beginServer() {
    Thread start =
        new Thread(
            () -> {
              try {
                workbench.start();
              } catch (RuntimeException toldLater) {
                LOG.debug("The server did not start", toldLater);
              }
            },
            "gatehouse-server-start");
    start.setDaemon(true);
    start.start();
  }

  /** What the person has set; what holds at first if that cannot be read. */
  public Settings load() {
    try {
      settings = store.load();
    } catch (IOException unreadable) {
      LOG.warn("The settings cannot be read: {}", unreadable.getMessage());
    }
    return settings;
  }

  /**
   * Builds the window in a stage and shows it. On the JavaFX thread.
   *
   * @param whenClosed called when the window was closed
   * @return the frame of the window
   */
  public MainWindow show(Stage stage, Settings shown, Runnable whenClosed) {
    Theme theme = new Theme(shown);
    ServerStatus server = new ServerStatus(workbench, background);
    MainWindow window = new MainWindow(server, workbench.history(), theme);
    Scene scene = new Scene(window.root(), shown.width(), shown.height());
    theme.adorn(scene);
    stage.setScene(scene);
    stage.setMaximized(shown.maximized());
    stage.titleProperty().bind(window.titleText());
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    WindowPlace place = new WindowPlace(stage, shown);
    window.presenting().addListener((observable, before, now) -> place.fullScreen(now));
    stage.setOnHiding(event -> settings = place.over(settingsOf(window, theme, shown)));
    stage.setOnHidden(event -> whenClosed.run());
    Thread.currentThread().setUncaughtExceptionHandler((thread, wrong) -> tell(window, wrong));
    stage.show();
    new FirstSize(stage, shown).keep();
    server.start();
    pages =
        Pages.all(
            new WindowContext(
                workbench, server, workbench.history(), background, window, theme, configuration));
    window.fill(
        pages,
        pages.stream().anyMatch(page -> page.id().equals(shown.page()))
            ? shown.page()
            : Pages.FIRST);
    background.call(
        SystemAppearance::isDark,
        theme.platformIsDark()::set,
        wrong -> LOG.debug("Light, for the platform does not say", wrong));
    return window;
  }

  /** Stops the server and whatever else runs, and keeps the settings. May block; once is enough. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    background.close();
    pages.forEach(Page::close);
    workbench.close();
    try {
      store.save(settings);
    } catch (IOException unwritable) {
      LOG.warn("The settings cannot be kept: {}", unwritable.getMessage());
    }
  }

  private static Settings settingsOf(MainWindow window, Theme theme, Settings before) {
    return new Settings(
        theme.choice().get(),
        theme.zoom().get(),
        before.width(),
        before.height(),
        before.maximized(),
        window.shown().map(Page::id).orElse(before.page()));
  }

  private void tell(MainWindow window, Throwable wrong) {
    if (closed.get()) {
      // JavaFX is being torn down as well, and stumbles over what is gone.
      return;
    }
    LOG.error("A mistake in the program", wrong);
    Platform.runLater(
        () ->
            window.notice(
                "Something in the window went wrong; the server is not touched by it. "
                    + wrong.getClass().getSimpleName()));
  }
}
