package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.DpopProofChecks;
import dev.gatehouse.server.authn.PasskeyCeremonies;
import dev.gatehouse.server.authn.TotpChecks;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.jose.TokenIssuer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * The authorization server: gives programs tokens for what people have agreed to (RFC 6749 §1.1).
 * It makes its own tables. Safe for use by many threads.
 */
public final class AuthorizationServer {
  /** Where a client asks about a person (OpenID Connect Core §5.3). */
  public static final String USERINFO_PATH = "/oauth/userinfo";

  /** Where OAuth clients find out about the server (RFC 8414 §3). */
  public static final String METADATA_PATH = "/.well-known/oauth-authorization-server";

  /** Where OpenID Connect clients do (OpenID Connect Discovery 1.0 §4). */
  public static final String DISCOVERY_PATH = "/.well-known/openid-configuration";

  /** Where the script of the login page is. */
  public static final String SCRIPT_PATH = "/oauth/passkey.js";

  private final Identity identity;
  private final PasskeyCeremonies passkeys;
  private final Clients clients;
  private final ClientSeed seed;
  private final Tickets tickets;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Metadata metadata;

  /**
   * A server on this database.
   *
   * @param identity people and their passwords
   * @param issuer what signs the tokens
   * @param passkeys what browsers are asked before they use one
   * @param certificates where certificates can be shown, and who issues them
   * @param clock the time by which lifetimes are judged
   */
  public AuthorizationServer(
      Jdbi jdbi,
      Identity identity,
      TokenIssuer issuer,
      PasskeyCeremonies passkeys,
      ShownCertificates certificates,
      Clock clock) {
    this.identity = identity;
    this.passkeys = passkeys;
    this.seed = new ClientSeed();
    this.clients = seed.clients();
    this.tickets = new Tickets(jdbi, clock);
    Authorizations authorizations = new Authorizations(tickets, identity);
    OAuthTokens tokens = new OAuthTokens(issuer, tickets, authorizations, identity);
    KnownTokens known = new KnownTokens(issuer, identity, tickets, authorizations, clock);
    ClientChecks clientChecks =
        new ClientChecks(
            assertions(issuer, clock), new ClientCertificates(certificates.authority(), clock));
    DpopProofChecks proofs = DpopProofChecks.forTokens(clock);
    DeviceCodes devices = new DeviceCodes(tickets);
    TokenEndpoint token =
        new TokenEndpoint(
            List.of(
                new CodeGrant(tickets, authorizations),
                new RefreshGrant(tickets, authorizations),
                new ClientCredentialsGrant(),
                new DeviceGrant(tickets, clock),
                new ExchangeGrant(known),
                new PasswordGrant(identity)),
            List.of(new DpopBinding(proofs), new CertificateBinding()),
            clientChecks,
            clients,
            tokens);
    String name = issuer.issuer();
    endpoints.add(token);
    endpoints.add(new PushedRequestEndpoint(clientChecks, clients, tickets, proofs));
    endpoints.add(new DeviceAuthorizationEndpoint(clientChecks, clients, devices, name));
    endpoints.add(new IntrospectionEndpoint(clientChecks, clients, known, name));
    endpoints.add(new RevocationEndpoint(clientChecks, clients, known, authorizations, identity));
    addPages(issuer, clock, tokens, known, devices);
    this.metadata = new Metadata(name, certificates.https(), token);
  }

  private void addPages(
      TokenIssuer issuer, Clock clock, OAuthTokens tokens, KnownTokens known, DeviceCodes devices) {
    Browsers browsers = new Browsers(tickets, clock);
    Pages pages = new Pages();
    Responses responses = new Responses(tickets, tokens, issuer);
    // OpenID Connect Core §3.1.2.1 wants both.
    for (boolean form : List.of(false, true)) {
      endpoints.add(
          new AuthorizeEndpoint(
              form, clients, browsers, tickets, responses, pages, identity, clock));
    }
    List<LoginEndpoint> login =
        LoginEndpoint.pageAndForm(browsers, tickets, clients, identity, pages);
    endpoints.addAll(login);
    endpoints.add(
        new PasskeyLoginEndpoint(browsers, tickets, identity, passkeys, login.get(0), pages));
    endpoints.addAll(
        OneTimeCodeEndpoint.pageAndForm(
            browsers, tickets, identity, new TotpChecks(identity, clock), pages));
    endpoints.addAll(
        ConsentEndpoint.pageAndForm(
            new ConsentEndpoint.Parts(
                browsers, tickets, clients, identity, responses, devices, pages)));
    endpoints.addAll(
        DeviceEndpoint.pageAndForm(browsers, tickets, devices, identity.attempts(), pages));
    endpoints.addAll(LogoutEndpoint.pageAndForm(browsers, tickets, clients, known, pages));
  }

  private ClientAssertions assertions(TokenIssuer issuer, Clock clock) {
    String name = issuer.issuer();
    return new ClientAssertions(tickets, Set.of(name, name + TokenEndpoint.PATH), clock);
  }

  /** The calls that judge their own requests. */
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /** Every list of checks that may be run here. */
  public List<Endpoint.Listing> listings() {
    return endpoints.stream().flatMap(endpoint -> endpoint.listings().stream()).toList();
  }

  /** The registered programs and what they prove themselves with. */
  public List<SeededClient> clients() {
    return seed.all();
  }

  /** The registered program of this identifier, and what it proves itself with. */
  public Optional<SeededClient> client(String id) {
    return seed.of(id);
  }

  /** The script of the login page, for {@link #SCRIPT_PATH}. */
  public String script() {
    return Html.resource("passkey.js");
  }

  /** What the server says of itself, for {@link #METADATA_PATH} and {@link #DISCOVERY_PATH}. */
  public ObjectNode metadata() {
    return metadata.document();
  }

  /** Whom a token can be about: a person, or a client that acts for itself. */
  public Optional<Person> subject(String id) {
    return identity.person(id).or(() -> clients.find(id).map(Client::asPerson));
  }

  /** What a client is told about a person, as far as its scopes go (OpenID Connect Core §5.4). */
  public ObjectNode userInfo(String id, Set<String> scopes) {
    ObjectNode claims = JsonNodeFactory.instance.objectNode().put("sub", id);
    identity
        .person(id)
        .ifPresent(
            person -> {
              if (scopes.contains(Scopes.PROFILE)) {
                claims.put("name", person.name()).put("preferred_username", person.id());
              }
              if (scopes.contains(Scopes.EMAIL)) {
                claims.put("email", person.email());
              }
            });
    return claims;
  }

  /** Forgets all codes, refresh tokens, logins and consents. */
  public void reset() {
    tickets.clear();
  }
}
