package dev.gatehouse.desktop.command;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerFlags;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
    OpenWindow.open(flags, configDirectory, Console.messages(spec));
    return ExitCode.OK;
  }

  private int listWeaknesses() {
    PrintWriter results = Console.results(spec);
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort())) {
      server.catalogue().weaknesses().forEach(weakness -> results.println(weakness.line()));
    }
    results.flush();
    return ExitCode.OK;
  }
}
