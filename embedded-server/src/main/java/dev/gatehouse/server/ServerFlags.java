package dev.gatehouse.server;

import dev.gatehouse.server.jose.TokenIssuer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options of a command line that say how a server is started. They are the same for the server
 * alone and for the desktop program.
 */
public final class ServerFlags {
  /** Where a server answers unless told otherwise. */
  public static final int DEFAULT_PORT = 8085;

  private static final int LAST_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable Integer port;
  private @Nullable Integer httpsPort;

  @Option(
      names = "--host",
      paramLabel = "ADDR",
      description =
          "the address to listen on (default: ${DEFAULT-VALUE}, this machine alone); other machines are answered over"
              + " HTTPS alone, see --https-port")
  private String host = ServerOptions.LOOPBACK;

  @Option(
      names = "--database",
      paramLabel = "JDBC_URL",
      description = "where data is kept (default: in memory, seeded afresh at each start)")
  private @Nullable String database;

  @Option(
      names = "--weak",
      paramLabel = "NAME",
      split = ",",
      description = "weaknesses to switch on, with commas between them")
  private Set<String> weaknesses = new LinkedHashSet<>();

  @Option(
      names = "--trust-issuer",
      paramLabel = "URL[=FILE]",
      description =
          "an issuer whose signed tokens are taken too; its keys are in this JWKS file, or else found by discovery"
              + " when they are first needed; can be given more than once")
  private List<String> trustedIssuers = new ArrayList<>();

  @Option(
      names = "--trust-audience",
      paramLabel = "NAME",
      description = "the aud that tokens of trusted issuers must have (default: ${DEFAULT-VALUE})")
  private String trustedAudience = TokenIssuer.AUDIENCE;

  @Option(
      names = "--i-know-this-is-vulnerable",
      description =
          "let weaknesses be on although other machines can reach the server (see --host)")
  private boolean knownVulnerable;

  @Option(
      names = "--list-weaknesses",
      description = "list every weakness with the check it removes, and end")
  private boolean listWeaknesses;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port for HTTP, 0 for any that is free (default: " + DEFAULT_PORT + ")")
  void setPort(int number) {
    port = inRange("--port", number);
  }

  @Option(
      names = "--https-port",
      paramLabel = "N",
      description = "the port for HTTPS, 0 for any that is free")
  void setHttpsPort(int number) {
    httpsPort = inRange("--https-port", number);
  }

  /** Whether the weaknesses are to be listed instead of starting anything. */
  public boolean listWeaknesses() {
    return listWeaknesses;
  }

  /** The HTTP port that was asked for; null if none was. */
  public @Nullable Integer port() {
    return port;
  }

  /**
   * The options as they were given, and these ports where none was asked for.
   *
   * @param otherwise the HTTP port
   * @param otherwiseHttps the HTTPS port; null for no HTTPS
   */
  public ServerOptions options(int otherwise, @Nullable Integer otherwiseHttps) {
    return new ServerOptions(
        host,
        port == null ? otherwise : port,
        httpsPort == null ? otherwiseHttps : httpsPort,
        database,
        weaknesses,
        trustedIssuers,
        trustedAudience,
        knownVulnerable);
  }

  private int inRange(String option, int number) {
    if (number < 0 || number > LAST_PORT) {
      String message = option + " takes a number from 0 to " + LAST_PORT + ", not " + number;
      if (command == null) {
        throw new IllegalArgumentException(message);
      }
      throw new ParameterException(command.commandLine(), message);
    }
    return number;
  }
}
