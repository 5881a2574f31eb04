package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.Gate;
import dev.gatehouse.server.authn.LoginSessions;
import dev.gatehouse.server.authn.PasskeyCeremonies;
import dev.gatehouse.server.authz.Policy;
import dev.gatehouse.server.calendar.Calendars;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.oauth.AuthorizationServer;
import dev.gatehouse.server.trace.ExchangeLog;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The Calendar API on its ports. It is opened first, so that its address is known, then serves. */
public final class WebServer implements AutoCloseable {
  /**
   * What it serves.
   *
   * @param gate who are you?
   * @param policy what may you do?
   * @param identity people and their sessions
   * @param calendars what it is all about
   * @param issuer the keys it publishes
   * @param authorizationServer who gives tokens to clients
   * @param passkeys what browsers are asked before they use one
   * @param log where exchanges are noted
   * @param clock the time
   */
  public record Parts(
      Gate gate,
      Policy policy,
      Identity identity,
      Calendars calendars,
      TokenIssuer issuer,
      AuthorizationServer authorizationServer,
      PasskeyCeremonies passkeys,
      ExchangeLog log,
      Clock clock) {}

  private final HttpServer server;
  private final ConnectionLimits limits;
  private final URI http;
  private final @Nullable URI https;
  private final @Nullable Certificates certificates;

  private WebServer(
      HttpServer server,
      ConnectionLimits limits,
      URI http,
      @Nullable URI https,
      @Nullable Certificates certificates) {
    this.server = server;
    this.limits = limits;
    this.http = http;
    this.https = https;
    this.certificates = certificates;
  }

  /**
   * Opens the ports.
   *
   * @param httpsPort null for no HTTPS
   * @throws IOException if one cannot be opened; its message says which
   */
  public static WebServer open(String host, int port, @Nullable Integer httpsPort)
      throws IOException {
    return open(host, port, httpsPort, ConnectionLimits.USUAL);
  }

  static WebServer open(String host, int port, @Nullable Integer httpsPort, ConnectionLimits limits)
      throws IOException {
    HttpServer server = new HttpServer(limits);
    try {
      URI http = address("http", host, opened(server, "--port", host, port, null));
      if (httpsPort == null) {
        return new WebServer(server, limits, http, null, null);
      }
      Certificates certificates = new Certificates(host);
      int opened = opened(server, "--https-port", host, httpsPort, certificates.context());
      URI https = address("https", host, opened);
      return new WebServer(server, limits, http, https, certificates);
    } catch (IOException | RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  private static int opened(
      HttpServer server, String option, String host, int port, @Nullable SSLContext tls)
      throws IOException {
    try {
      return server.open(host, port, tls);
    } catch (IOException taken) {
      Throwable reason = taken.getCause() == null ? taken : taken.getCause();
      throw new IOException(
          "Port %d on %s cannot be opened: %s. Choose another with %s, or 0 for any that is free."
              .formatted(port, host, reason.getMessage(), option),
          taken);
    }
  }

  /** Where it answers over HTTP. */
  public URI http() {
    return http;
  }

  /** Where it answers over HTTPS, if it does. */
  public Optional<URI> https() {
    return Optional.ofNullable(https);
  }

  /** The authority that signed its certificate, made by now; present with HTTPS. */
  public Optional<X509Certificate> certificateAuthority() {
    return Optional.ofNullable(certificates).map(Certificates::authority);
  }

  /** Begins to serve. */
  public void serve(Parts parts) {
    Recorder recorder = new Recorder(parts.log());
    ExchangeStreams streams = new ExchangeStreams(parts.log());
    Pipeline pipeline =
        new Pipeline(new Routes(routes(parts)), parts.gate(), parts.policy(), parts.calendars());
    Entrance entrance =
        new Entrance(
            pipeline,
            new Explorer(parts.log(), streams),
            recorder,
            limits,
            server.connections(),
            parts.clock());
    try {
      server.start(entrance, new Errors(recorder, parts.clock()), streams::signOfLife);
    } catch (Exception e) {
      throw new IllegalStateException("the server cannot be started", e);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** Every call of the API. */
  static List<Route> routes(Parts parts) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(OpenRoutes.routes(parts.issuer()));
    routes.addAll(SessionRoutes.routes(new LoginSessions(parts.identity())));
    routes.addAll(OAuthRoutes.routes(parts.authorizationServer()));
    routes.addAll(
        PeopleRoutes.routes(parts.identity(), parts.authorizationServer(), parts.issuer()));
    routes.addAll(TokenRoutes.routes(parts.identity(), parts.clock()));
    routes.addAll(ApiKeyRoutes.routes(parts.identity()));
    routes.addAll(PasskeyPage.routes());
    routes.addAll(PasskeyRoutes.routes(parts.identity(), parts.passkeys(), parts.clock()));
    routes.addAll(EventRoutes.routes(parts.calendars()));
    routes.addAll(CalendarRoutes.routes(parts.calendars(), parts.identity()));
    return routes;
  }

  private static URI address(String scheme, String host, int port) {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    String name = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + name + ":" + port);
  }
}
