package dev.gatehouse.server;

import dev.gatehouse.server.Catalogue.Item;
import dev.gatehouse.server.Catalogue.Scheme;
import dev.gatehouse.server.Catalogue.Switch;
import dev.gatehouse.server.authn.Gate;
import dev.gatehouse.server.authn.PasskeyRegistration;
import dev.gatehouse.server.authz.Policy;
import dev.gatehouse.server.oauth.AuthorizationServer;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Verification;
import dev.gatehouse.server.trace.Weakness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the catalogue off the lists of checks and rules, so that nothing is written twice. */
final class CatalogueReader {
  private static final String NONE = Verification.NO_TYPE;

  private CatalogueReader() {}

  static Catalogue read(Gate gate, Policy policy, AuthorizationServer authorizationServer) {
    List<Scheme> schemes = new ArrayList<>();
    Map<String, Switch> weaknesses = new LinkedHashMap<>();
    schemes.add(new Scheme(NONE, null, items(gate.checksOf(NONE), weaknesses)));
    gate.authenticators()
        .forEach(
            scheme ->
                schemes.add(
                    new Scheme(
                        scheme.type(),
                        scheme.scheme(),
                        items(gate.checksOf(scheme.type()), weaknesses))));
    List<Check<?>> registration = new ArrayList<>(gate.transportChecks());
    registration.addAll(gate.registrationChecks());
    schemes.add(new Scheme(PasskeyRegistration.TYPE, null, items(registration, weaknesses)));
    authorizationServer.listings().stream()
        .distinct()
        .forEach(
            listing -> {
              List<Check<?>> checks = new ArrayList<>(gate.transportChecks());
              checks.addAll(listing.checks());
              schemes.add(new Scheme(listing.type(), null, items(checks, weaknesses)));
            });
    List<Item> rules =
        policy.rules().stream()
            .map(rule -> new Item(rule.id(), rule.question(), rule.source(), ""))
            .toList();
    policy
        .rules()
        .forEach(
            rule -> rule.weakness().ifPresent(weakness -> add(weaknesses, weakness, rule.id())));
    return new Catalogue(schemes, rules, List.copyOf(weaknesses.values()));
  }

  private static List<Item> items(List<Check<?>> checks, Map<String, Switch> weaknesses) {
    checks.forEach(
        check -> check.weaknesses().forEach(weakness -> add(weaknesses, weakness, check.id())));
    return checks.stream()
        .map(check -> new Item(check.id(), check.question(), check.source(), check.why()))
        .toList();
  }

  private static void add(Map<String, Switch> weaknesses, Weakness weakness, String removes) {
    weaknesses.putIfAbsent(
        weakness.name(), new Switch(weakness.name(), removes, weakness.summary()));
  }
}
