package dev.gatehouse.desktop.ui;

import dev.gatehouse.server.ServerOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the window. */
public final class Launcher {
  private Launcher() {}

  /**
   * Opens the window and returns when it was closed. May be called once in a program's life.
   *
   * @param options how its server is started
   * @param configuration the folder for what a person has set, or null for the platform's own
   */
  public static void open(ServerOptions options, @Nullable Path configuration) {
    System.setProperty("prism.lcdtext", "false");
    App.open(options, configuration);
  }
}
