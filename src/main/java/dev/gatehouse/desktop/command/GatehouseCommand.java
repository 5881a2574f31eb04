package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.ui.Launcher;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerFlags;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ref.Reference;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Without the name of a command: opens the window. */
@Command(
    name = "gatehouse",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Makes API authentication visible. Without a command it opens the window, with a Calendar API running inside.",
    commandListHeading = "%nCommands, which need no display:%n",
    footer = {
      "",
      "Exit code: 0 fine, 1 the answer is no, 2 wrong usage or it could not be carried out."
    })
final class GatehouseCommand implements Callable<Integer> {
  private static final int ANY_PORT = 0;

  @Mixin private ServerFlags flags = new ServerFlags();

  @Option(
      names = "--config-dir",
      paramLabel = "DIR",
      description = "where settings and progress are kept (default: where this system keeps such)")
  private @Nullable Path configDirectory;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (flags.listWeaknesses()) {
      return listWeaknesses();
    }
    ServerOptions server = flags.options(portOtherwise(), ANY_PORT);
    // In one jar JavaFX is on the class path. It works there, and its warning that it was not made
    // for that helps nobody who opens the window.
    Logger javafx = Logger.getLogger("javafx");
    javafx.setFilter(entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
    try {
      Launcher.open(server, configDirectory);
      return ExitCode.OK;
    } catch (UnsupportedOperationException noDisplay) {
      throw new IllegalStateException(
          "there is no display to open the window on. The commands need none: see --help",
          noDisplay);
    } finally {
      // Loggers are forgotten, and their filters with them, when nobody holds them.
      Reference.reachabilityFence(javafx);
    }
  }

  private int listWeaknesses() {
    PrintWriter results = Console.results(spec);
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort())) {
      server.catalogue().weaknesses().forEach(weakness -> results.println(weakness.line()));
    }
    results.flush();
    return ExitCode.OK;
  }

  /**
   * The usual port, or any if another program has it. A port that was asked for is never changed.
   */
  private int portOtherwise() throws IOException {
    if (flags.port() != null || isFree(ServerFlags.DEFAULT_PORT, flags.options(0, null).host())) {
      return ServerFlags.DEFAULT_PORT;
    }
    PrintWriter messages = Console.messages(spec);
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
