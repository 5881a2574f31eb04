package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Lane;
import dev.gatehouse.desktop.ui.explain.PlannedLeg;
import dev.gatehouse.desktop.workbench.ApiCall;
import dev.gatehouse.desktop.workbench.ApiCalls;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What composing a request needs to know of the running server.
 *
 * @param base where requests go
 * @param people the demo people, in the order of the contract
 * @param catalogue what the gate can ask
 * @param calls what the API offers
 * @param signer the server's own key
 */
public record ServerFacts(
    URI base,
    List<DemoPerson> people,
    Catalogue catalogue,
    List<ApiCall> calls,
    TokenSigner signer) {
  public ServerFacts {
    people = List.copyOf(people);
    calls = List.copyOf(calls);
  }

  /** What there is to know before a server runs: nothing. */
  public static ServerFacts none() {
    return new ServerFacts(
        URI.create("http://127.0.0.1"),
        List.of(),
        new Catalogue(List.of(), List.of(), List.of()),
        List.of(),
        (header, payload) -> {
          throw new IllegalArgumentException("The server does not run, so nobody can sign.");
        });
  }

  /** What there is to know of a running server. Never call it on the JavaFX thread. */
  public static ServerFacts of(GatehouseServer server, URI base) {
    return new ServerFacts(
        base,
        server.people(),
        server.catalogue(),
        ApiCalls.read(server.openApi()),
        (header, payload) -> server.issuer().sign(header, payload));
  }

  /** Whether there was a server to ask. */
  boolean isKnown() {
    return !people.isEmpty();
  }

  /** The person of this name; empty for nobody. */
  Optional<DemoPerson> person(String id) {
    return people.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  /** What will be checked of a credential of this type. */
  public Optional<Catalogue.Scheme> scheme(String type) {
    return catalogue.schemes().stream().filter(scheme -> scheme.type().equals(type)).findFirst();
  }

  /**
   * What will be sent and checked with this type of credential, as far as the server says; what
   * goes to other servers is out of sight.
   *
   * @param values what is filled in, by field name
   * @param url where the call goes
   */
  List<PlannedLeg> plan(CredentialType type, Map<String, String> values, String url) {
    boolean askedElsewhere = type.issuer(values).filter(issuer -> !isOurs(issuer)).isPresent();
    boolean calledElsewhere = !isOurs(url);
    return type.plan(values).stream()
        .flatMap(
            leg ->
                (leg.between().to() == Lane.API ? calledElsewhere : askedElsewhere)
                    ? Stream.of(PlannedLeg.outOfSight(leg))
                    : scheme(leg.judgedAs()).map(scheme -> new PlannedLeg(leg, scheme)).stream())
        .toList();
  }

  /** Whether an address is one of the running server's. */
  private boolean isOurs(String address) {
    return Stream.concat(
            Stream.of(base.toString()), people.stream().map(person -> person.clients().issuer()))
        .distinct()
        .anyMatch(own -> address.equals(own) || address.startsWith(own + "/"));
  }

  /** The first type of credential of which this is checked, for example {@code jwt.exp}. */
  public Optional<Catalogue.Scheme> schemeWith(String check) {
    return catalogue.schemes().stream()
        .filter(scheme -> scheme.checks().stream().anyMatch(item -> item.id().equals(check)))
        .findFirst();
  }
}
