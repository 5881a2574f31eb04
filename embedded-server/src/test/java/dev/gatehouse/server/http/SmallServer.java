package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.Gate;
import dev.gatehouse.server.authn.GateServices;
import dev.gatehouse.server.authn.OwnHosts;
import dev.gatehouse.server.authz.Policy;
import dev.gatehouse.server.calendar.Calendars;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.IdentitySeed;
import dev.gatehouse.server.identity.Passwords;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.oauth.AuthorizationServer;
import dev.gatehouse.server.oauth.ShownCertificates;
import dev.gatehouse.server.trace.ExchangeLog;
import dev.gatehouse.server.weakness.WeaknessSwitches;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The API with limits that a test can reach. */
final class SmallServer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Clock clock = Clock.systemUTC();
  private final Identity identity;
  private final IdentitySeed seed;
  private final WebServer web;
  private final Jdbi jdbi;
  private final ExchangeLog log = new ExchangeLog(100, 0);
  private final List<Route> routes;

  SmallServer(ConnectionLimits limits) throws IOException {
    this.jdbi = Jdbi.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    this.identity = new Identity(jdbi, clock, new Passwords(1, 2));
    this.seed = IdentitySeed.plant(identity, clock);
    this.web = WebServer.open("127.0.0.1", 0, null, limits);
    TokenIssuer issuer = TokenIssuer.create(web.http().toString(), clock);
    WeaknessSwitches none = new WeaknessSwitches(false);
    GateServices services = new GateServices(identity, issuer, clock);
    Gate gate = Gate.create(services, OwnHosts.of("127.0.0.1"), none);
    WebServer.Parts parts =
        new WebServer.Parts(
            gate,
            new Policy(none),
            identity,
            new Calendars(jdbi, clock),
            issuer,
            new AuthorizationServer(
                jdbi,
                identity,
                issuer,
                services.passkeys(),
                new ShownCertificates(Optional.empty(), services.certificates()::authority),
                clock),
            services.passkeys(),
            log,
            clock);
    this.routes = WebServer.routes(parts);
    web.serve(parts);
  }

  /** Every call of the API. */
  static List<Route> routes() {
    try (SmallServer server = new SmallServer(ConnectionLimits.USUAL)) {
      return server.routes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes whatever asks for a calendar fail. */
  void breakCalendars() {
    jdbi.useHandle(handle -> handle.execute("DROP TABLE calendar CASCADE"));
  }

  /** Verifies one password at a time, with two more waiting. */
  Passwords passwords() {
    return identity.passwords();
  }

  /** The exchanges so far. */
  ExchangeLog log() {
    return log;
  }

  /** Alice's opaque token. */
  String token() {
    return String.valueOf(seed.people().get(0).secrets().get("opaqueToken"));
  }

  /** A new connection on which these characters were sent. */
  Socket connect(String sent) throws IOException {
    Socket socket = new Socket(web.http().getHost(), web.http().getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  /** The answer to these characters. */
  Answer send(String sent) throws IOException {
    try (Socket socket = connect(sent);
        InputStream in = socket.getInputStream()) {
      return Answer.read(in.readAllBytes());
    }
  }

  /** The answer to Alice asking who she is. */
  Answer me() throws IOException {
    return send(
        "GET /me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token()
            + "\r\nConnection: close\r\n\r\n");
  }

  @Override
  public void close() {
    web.close();
    identity.close();
  }
}
