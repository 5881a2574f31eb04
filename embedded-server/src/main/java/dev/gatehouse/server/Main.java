package dev.gatehouse.server;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The server on its own. */
@Command(
    name = "gatehouse-server",
    description = "A Calendar API that shows how it finds out who is calling and what they may do.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footer = {
      "",
      "When it is ready it prints one line of JSON with its address and the demo people's credentials.",
      "Exit code: 0 it was told to end, 1 it could not start, 2 wrong usage."
    })
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerFlags flags = new ServerFlags();

  private Main() {}

  /** Starts the server and keeps it running until the process is told to end. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, not yet run. */
  static CommandLine commandLine() {
    CommandLine command = new CommandLine(new Main());
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          line.getErr().println(messageOf(failure));
          line.getErr().flush();
          return FAILED;
        });
    return command;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (flags.listWeaknesses()) {
      return printWeaknesses();
    }
    ServerOptions options = flags.options(ServerFlags.DEFAULT_PORT, null);
    GatehouseServer server = start(options);
    // The virtual machine would report the signal as its exit code, but being told to end is no
    // failure.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    server.close();
                  } finally {
                    Runtime.getRuntime().halt(ExitCode.OK);
                  }
                },
                "stop"));
    out().println(ReadyLine.of(server));
    out().flush();
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  private GatehouseServer start(ServerOptions options) {
    try {
      options.warning().ifPresent(err()::println);
      err().flush();
      return GatehouseServer.start(options);
    } catch (ServerStartException failed) {
      if (failed.isAboutOptions()) {
        throw new ParameterException(spec.commandLine(), messageOf(failed), failed);
      }
      throw failed;
    }
  }

  private int printWeaknesses() {
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort())) {
      server.catalogue().weaknesses().forEach(weakness -> out().println(weakness.line()));
      out().flush();
    }
    return ExitCode.OK;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private static String messageOf(Exception failure) {
    return failure instanceof ServerStartException
        ? String.valueOf(failure.getMessage())
        : "The server failed: " + failure;
  }

  /** The version that the jar was built as. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"gatehouse-server " + (version == null ? "(not packaged)" : version)};
    }
  }
}
