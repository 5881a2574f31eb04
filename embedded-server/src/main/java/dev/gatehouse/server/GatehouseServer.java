package dev.gatehouse.server;

import dev.gatehouse.server.authn.Gate;
import dev.gatehouse.server.authn.GateServices;
import dev.gatehouse.server.authn.OwnHosts;
import dev.gatehouse.server.authn.PasskeyCeremonies;
import dev.gatehouse.server.authz.Policy;
import dev.gatehouse.server.calendar.CalendarSeed;
import dev.gatehouse.server.calendar.Calendars;
import dev.gatehouse.server.http.OpenRoutes;
import dev.gatehouse.server.http.WebServer;
import dev.gatehouse.server.identity.DemoCertificates;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.IdentitySeed;
import dev.gatehouse.server.identity.StoredPassword;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.oauth.AuthorizationServer;
import dev.gatehouse.server.oauth.SeededClient;
import dev.gatehouse.server.oauth.ShownCertificates;
import dev.gatehouse.server.trace.ExchangeLog;
import dev.gatehouse.server.trust.TrustedIssuer;
import dev.gatehouse.server.weakness.WeaknessSwitches;
import dev.gatehouse.server.webauthn.RelyingParty;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** A running Calendar API with its gate. */
public final class GatehouseServer implements AutoCloseable {
  private final WebServer web;
  private final Database database;
  private final Identity identity;
  private final IdentitySeed seed;
  private final CalendarSeed calendarSeed;
  private final TokenIssuer issuer;
  private final AuthorizationServer authorizationServer;
  private final PemFiles files;
  private final ClientFiles clientFiles;
  private final DemoPeople people;
  private final ExchangeLog exchanges;
  private final WeaknessSwitches weaknesses;
  private final Set<String> weaknessesAtStart;
  private final Policy policy;
  private final Catalogue catalogue;

  private GatehouseServer(WebServer web, Database database, ServerOptions options) {
    Clock clock = Clock.systemUTC();
    Jdbi jdbi = database.jdbi();
    this.web = web;
    this.database = database;
    this.identity = new Identity(jdbi, clock);
    this.seed = IdentitySeed.plant(identity, clock);
    if (options.database() != null) {
      // The next run knows no password any more: what it is to verify must be kept with the data.
      seed.keep();
    }
    Calendars calendars = new Calendars(jdbi, clock);
    this.calendarSeed = CalendarSeed.plant(calendars, clock);
    this.issuer = TokenIssuer.create(web.http().toString(), clock);
    List<URI> addresses = new ArrayList<>(List.of(web.http()));
    web.https().ifPresent(addresses::add);
    PasskeyCeremonies passkeys =
        new PasskeyCeremonies(
            RelyingParty.servedAt(addresses.toArray(URI[]::new)), identity, clock);
    DemoCertificates certificates = new DemoCertificates(clock);
    this.authorizationServer =
        new AuthorizationServer(
            jdbi,
            identity,
            issuer,
            passkeys,
            new ShownCertificates(web.https(), certificates::authority),
            clock);
    this.files = new PemFiles();
    Optional<CertificateFiles> certificateFiles =
        web.https().map(open -> new CertificateFiles(certificates, files));
    this.clientFiles = new ClientFiles(certificateFiles);
    this.people =
        new DemoPeople(
            seed,
            issuer,
            certificateFiles,
            new DemoClients(
                issuer.issuer(), id -> authorizationServer.client(id).map(clientFiles::shown)),
            clock);
    this.exchanges =
        new ExchangeLog(ExchangeLog.DEFAULT_CAPACITY, clock.instant().getEpochSecond());
    this.weaknesses = new WeaknessSwitches(options.isReachable() && !options.knownVulnerable());
    this.weaknessesAtStart = options.weaknesses();
    Gate gate =
        Gate.create(
            new GateServices(
                identity,
                authorizationServer::subject,
                issuer,
                trustedBy(options, clock),
                certificates,
                passkeys,
                clock),
            OwnHosts.of(options.host()),
            weaknesses);
    this.policy = new Policy(weaknesses);
    weaknesses.listen(on -> policy.forget());
    this.catalogue = CatalogueReader.read(gate, policy, authorizationServer);
    switchOnAsAtStart();
    web.serve(
        new WebServer.Parts(
            gate,
            policy,
            identity,
            calendars,
            issuer,
            authorizationServer,
            passkeys,
            exchanges,
            clock));
  }

  /**
   * Starts a server and returns when it can be called.
   *
   * @throws ServerStartException if a port is taken, the database cannot be opened or a weakness is
   *     unknown
   */
  public static GatehouseServer start(ServerOptions options) {
    Database database = Database.open(options.database());
    try {
      WebServer web = WebServer.open(options.host(), options.port(), options.httpsPort());
      try {
        return new GatehouseServer(web, database, options);
      } catch (RuntimeException failed) {
        web.close();
        throw failed;
      }
    } catch (IOException unopened) {
      database.close();
      throw new ServerStartException(String.valueOf(unopened.getMessage()), unopened);
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  /** Where it answers over HTTP, for example {@code http://127.0.0.1:8085}. */
  public URI http() {
    return web.http();
  }

  /** Where it answers over HTTPS, if it does. */
  public Optional<URI> https() {
    return web.https();
  }

  /** The certificate authority that signed its certificate, made at start; present with HTTPS. */
  public Optional<X509Certificate> certificateAuthority() {
    return web.certificateAuthority();
  }

  /** The exchanges so far. */
  public ExchangeLog exchanges() {
    return exchanges;
  }

  /** The teaching switches. */
  public WeaknessSwitches weaknesses() {
    return weaknesses;
  }

  /** Everything the gate can ask. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * The demo people and what proves them, in the order of the contract. Their signed tokens are
   * issued anew from time to time, so that those at hand have not expired.
   */
  public List<DemoPerson> people() {
    return people.all();
  }

  /** What a copy of the table of people gives away of their passwords. */
  public List<StoredPassword> storedPasswords() {
    return identity.storedPasswords();
  }

  /** The programs registered at the authorization server, with what they prove themselves with. */
  public List<SeededClient> clients() {
    return authorizationServer.clients().stream().map(clientFiles::shown).toList();
  }

  /** The issuer of this server's tokens: its keys, and how to sign with them. */
  public TokenIssuer issuer() {
    return issuer;
  }

  /** The OpenAPI document (YAML) that it serves at {@code /openapi.yaml}. */
  public String openApi() {
    return OpenRoutes.openApi();
  }

  /**
   * Puts data, switches, sessions and log back to how they were at the start; people keep their
   * secrets.
   */
  public void reset() {
    seed.reset();
    calendarSeed.reset();
    authorizationServer.reset();
    policy.forget();
    weaknesses.clear();
    switchOnAsAtStart();
    exchanges.clear();
  }

  @Override
  public void close() {
    web.close();
    identity.close();
    database.close();
    files.close();
  }

  private static List<TrustedIssuer> trustedBy(ServerOptions options, Clock clock) {
    try {
      return options.trustedIssuers().stream()
          .map(text -> TrustedIssuer.read(text, options.trustedAudience(), clock))
          .toList();
    } catch (IllegalArgumentException unusable) {
      throw ServerStartException.wrongOptions(String.valueOf(unusable.getMessage()));
    }
  }

  private void switchOnAsAtStart() {
    if (weaknesses.isLocked() && !weaknessesAtStart.isEmpty()) {
      throw ServerStartException.wrongOptions(
          "A server that other machines can reach has no weaknesses. To open it to them all the same, add"
              + " --i-know-this-is-vulnerable, or leave --host out.");
    }
    List<String> known = catalogue.weaknesses().stream().map(Catalogue.Switch::name).toList();
    for (String name : weaknessesAtStart) {
      if (!known.contains(name)) {
        List<String> similar = SimilarNames.to(name, known);
        throw ServerStartException.wrongOptions(
            "There is no weakness "
                + name
                + "."
                + (similar.isEmpty()
                    ? " --list-weaknesses names them."
                    : " Did you mean " + String.join(" or ", similar) + "?"));
      }
      weaknesses.set(name, true);
    }
  }
}
