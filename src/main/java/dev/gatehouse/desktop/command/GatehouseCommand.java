package dev.gatehouse.desktop.command;

import dev.gatehouse.desktop.WindowOpener;
import dev.gatehouse.desktop.WindowOptions;
import dev.gatehouse.server.ServerFlags;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    PrintWriter messages = Console.messages(spec);
    List<String> notices = notices();
    notices.forEach(messages::println);
    messages.flush();
    WindowOpener window =
        ServiceLoader.load(WindowOpener.class, GatehouseCommand.class.getClassLoader())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("this program was packed without window"));
    int port = notices.isEmpty() ? ServerFlags.DEFAULT_PORT : ANY_PORT;
    Path directory = configDirectory == null ? ConfigDirectory.usual() : configDirectory;
    return window.open(new WindowOptions(flags.options(port, ANY_PORT), directory, notices));
  }

  /** What is otherwise than the person may expect. A port that was asked for is never changed. */
  private List<String> notices() throws IOException {
    String host = flags.options(ANY_PORT, null).host();
    if (flags.port() != null || isFree(ServerFlags.DEFAULT_PORT, host)) {
      return List.of();
    }
    return List.of(
        "Port "
            + ServerFlags.DEFAULT_PORT
            + " is taken by another program, so the server uses any that is free.");
  }

  private static boolean isFree(int port, String host) throws IOException {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return probe.isBound();
    } catch (java.net.BindException taken) {
      return false;
    }
  }
}
