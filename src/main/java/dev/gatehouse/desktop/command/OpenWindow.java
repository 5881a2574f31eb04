package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.ui.Launcher;
import dev.gatehouse.server.ServerFlags;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ref.Reference;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Opens the window with a server inside. It needs no command line: reading one takes a tenth of the
 * time to the first window, and most people give no arguments.
 */
public final class OpenWindow {
  private static final int ANY_PORT = 0;
  private static final int COULD_NOT = 2;

  private OpenWindow() {}

  /**
   * Opens it as for somebody who gave no arguments, and returns when it was closed.
   *
   * @param messages where it says why it cannot be opened
   * @return the exit code
   */
  public static int withoutArguments(PrintWriter messages) {
    try {
      open(new ServerFlags(), null, messages);
      return 0;
    } catch (IOException | RuntimeException reason) {
      messages.println("gatehouse: " + reasonOf(reason));
      messages.flush();
      return COULD_NOT;
    }
  }

  /**
   * Opens it and returns when it was closed.
   *
   * @param configuration the folder for what a person has set, or null for the platform's own
   * @throws IllegalStateException if there is no display
   * @throws IOException if ports cannot be tried
   */
  static void open(ServerFlags flags, @Nullable Path configuration, PrintWriter messages)
      throws IOException {
    // In one jar JavaFX is on the class path. It works there, and its warning that it was not made
    // for that helps nobody who opens the window.
    Logger javafx = Logger.getLogger("javafx");
    javafx.setFilter(entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
    try {
      ServerOptions options = flags.options(portOtherwise(flags, messages), ANY_PORT);
      options.warning().ifPresent(messages::println);
      messages.flush();
      Launcher.open(options, configuration);
    } catch (UnsupportedOperationException noDisplay) {
      throw new IllegalStateException(
          "there is no display to open the window on. The commands need none: see --help",
          noDisplay);
    } finally {
      // Loggers are forgotten, and their filters with them, when nobody holds them.
      Reference.reachabilityFence(javafx);
    }
  }

  /** What went wrong, in words. */
  static String reasonOf(Exception reason) {
    return reason.getMessage() == null
        ? "it failed: " + reason.getClass().getSimpleName()
        : reason.getMessage();
  }

  /**
   * The usual port, or any if another program has it. A port that was asked for is never changed.
   */
  private static int portOtherwise(ServerFlags flags, PrintWriter messages) throws IOException {
    if (flags.port() != null || isFree(ServerFlags.DEFAULT_PORT, flags.options(0, null).host())) {
      return ServerFlags.DEFAULT_PORT;
    }
    messages.println(
        "Port "
            + ServerFlags.DEFAULT_PORT
            + " is taken by another program, so the server uses any that is free.");
    messages.flush();
    return ANY_PORT;
  }

  private static boolean isFree(int port, String host) throws IOException {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return probe.isBound();
    } catch (BindException taken) {
      return false;
    }
  }
}
