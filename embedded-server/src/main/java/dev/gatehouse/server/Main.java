package dev.gatehouse.server;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The server on its own. */
@Command(
    name = "gatehouse-server",
    description = "A Calendar API that shows how it finds out who is calling and what they may do.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false)
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int HIGHEST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8085",
      description = "HTTP port, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--https-port",
      paramLabel = "N",
      description = "HTTPS port, 0 for any free one (default: no HTTPS).")
  private @Nullable Integer httpsPort;

  @Option(
      names = "--host",
      paramLabel = "ADDR",
      defaultValue = ServerOptions.LOOPBACK,
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String host = ServerOptions.LOOPBACK;

  @Option(
      names = "--database",
      paramLabel = "JDBC_URL",
      description = "Database to keep data in (default: one in memory, seeded afresh).")
  private @Nullable String database;

  @Option(
      names = "--weak",
      paramLabel = "NAME",
      split = ",",
      description = "Weaknesses to switch on, separated by commas.")
  private Set<String> weak = new LinkedHashSet<>();

  @Option(
      names = "--list-weaknesses",
      description = "Print each weakness, the check it removes and what it means, then end.")
  private boolean listWeaknesses;

  private Main() {}

  /** Starts the server and keeps it running until the process is told to end. */
  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new Main());
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          line.getErr().println(messageOf(failure));
          return FAILED;
        });
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    demandPort("--port", port);
    if (httpsPort != null) {
      demandPort("--https-port", httpsPort);
    }
    if (listWeaknesses) {
      return printWeaknesses();
    }
    if (!isLoopback()) {
      err()
          .println(
              "Warning: listening on "
                  + host
                  + ", so other machines can reach this server. Its people are invented and it can be weakened on"
                  + " purpose: do not do this on a network that you do not trust.");
    }
    GatehouseServer server = start(new ServerOptions(host, port, httpsPort, database, weak));
    // The virtual machine would report the signal as its exit code, but being told to end is no
    // failure.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  Runtime.getRuntime().halt(0);
                },
                "stop"));
    out().println(ReadyLine.of(server));
    out().flush();
    new CountDownLatch(1).await();
    return 0;
  }

  private GatehouseServer start(ServerOptions options) {
    try {
      return GatehouseServer.start(options);
    } catch (ServerStartException failed) {
      if (failed.isAboutOptions()) {
        throw new ParameterException(spec.commandLine(), failed.getMessage(), failed);
      }
      throw failed;
    }
  }

  private int printWeaknesses() {
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort())) {
      for (Catalogue.Switch weakness : server.catalogue().weaknesses()) {
        out().println(weakness.name() + "\t" + weakness.removes() + "\t" + weakness.summary());
      }
      out().flush();
    }
    return 0;
  }

  private void demandPort(String option, int number) {
    if (number < 0 || number > HIGHEST_PORT) {
      throw new ParameterException(
          spec.commandLine(), option + " takes a number from 0 to " + HIGHEST_PORT + ".");
    }
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new ParameterException(
          spec.commandLine(), "There is no host " + host + " to listen on.", unknown);
    }
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
