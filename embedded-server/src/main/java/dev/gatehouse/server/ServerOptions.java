package dev.gatehouse.server;

import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.trust.TrustedIssuer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a server is started.
 *
 * @param host the address to listen on; loopback unless told otherwise
 * @param port the HTTP port, 0 for any that is free
 * @param httpsPort the HTTPS port, 0 for any that is free, null for no HTTPS
 * @param database a JDBC URL, or null for a database in memory that is seeded afresh
 * @param weaknesses the names of the weaknesses to switch on
 * @param trustedIssuers other issuers whose tokens are taken, as {@link TrustedIssuer#read} takes
 *     them
 * @param trustedAudience what their tokens have to have in {@code aud}
 * @param knownVulnerable whether weaknesses may be on where other machines can reach the server
 */
public record ServerOptions(
    String host,
    int port,
    @Nullable Integer httpsPort,
    @Nullable String database,
    Set<String> weaknesses,
    List<String> trustedIssuers,
    String trustedAudience,
    boolean knownVulnerable) {
  /** The address that only this machine can reach. */
  public static final String LOOPBACK = "127.0.0.1";

  public ServerOptions {
    weaknesses = Set.copyOf(weaknesses);
    trustedIssuers = List.copyOf(trustedIssuers);
  }

  /** Options of a server that takes nobody's tokens but its own. */
  public ServerOptions(
      String host,
      int port,
      @Nullable Integer httpsPort,
      @Nullable String database,
      Set<String> weaknesses) {
    this(host, port, httpsPort, database, weaknesses, List.of(), TokenIssuer.AUDIENCE, false);
  }

  /**
   * Hardened, on loopback, on any free port, without HTTPS, with a fresh database: what a test
   * wants.
   */
  public static ServerOptions onAnyPort() {
    return new ServerOptions(LOOPBACK, 0, null, null, Set.of());
  }

  /** The same on HTTPS as well, on any free port. */
  public ServerOptions withHttps() {
    return new ServerOptions(
        host, port, 0, database, weaknesses, trustedIssuers, trustedAudience, knownVulnerable);
  }

  /**
   * The same on these ports.
   *
   * @param http the HTTP port
   * @param https the HTTPS port, or null for no HTTPS
   */
  public ServerOptions onPorts(int http, @Nullable Integer https) {
    return new ServerOptions(
        host, http, https, database, weaknesses, trustedIssuers, trustedAudience, knownVulnerable);
  }

  /** The same with these weaknesses on from the start. */
  public ServerOptions weakenedBy(String... names) {
    return new ServerOptions(
        host,
        port,
        httpsPort,
        database,
        Set.of(names),
        trustedIssuers,
        trustedAudience,
        knownVulnerable);
  }

  /** The same where the tokens of these issuers are taken too. */
  public ServerOptions trusting(String... issuers) {
    return new ServerOptions(
        host,
        port,
        httpsPort,
        database,
        weaknesses,
        List.of(issuers),
        trustedAudience,
        knownVulnerable);
  }

  /**
   * Whether other machines can reach a server on this address.
   *
   * @throws ServerStartException if there is no such address
   */
  boolean isReachable() {
    try {
      return !InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw ServerStartException.wrongOptions("There is no address " + host + " to listen on.");
    }
  }

  /** What whoever starts it is to be told first; empty if only this machine can reach it. */
  public Optional<String> warning() {
    return isReachable()
        ? Optional.of(
            "Warning: on "
                + host
                + " other machines can reach this server. It is made to be attacked: do this"
                + " only on a network that you trust.")
        : Optional.empty();
  }
}
