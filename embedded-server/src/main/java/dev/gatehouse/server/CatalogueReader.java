package dev.gatehouse.server;

import dev.gatehouse.server.Catalogue.Item;
import dev.gatehouse.server.Catalogue.Scheme;
import dev.gatehouse.server.Catalogue.Switch;
import dev.gatehouse.server.authn.Gate;
import dev.gatehouse.server.authn.PasskeyRegistration;
import dev.gatehouse.server.authz.Policy;
import dev.gatehouse.server.oauth.AuthorizationServer;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Rule;
import dev.gatehouse.server.trace.Verification;
import dev.gatehouse.server.trace.Weakness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue off the lists of checks and rules, so that nothing is written twice. */
final class CatalogueReader {
  /** A weakness, and the first check or rule that names it. */
  private record Named(Weakness weakness, String removes) {}

  private final List<Scheme> schemes = new ArrayList<>();
  private final Map<String, Named> weaknesses = new LinkedHashMap<>();
  private final Map<String, Set<String>> touched = new LinkedHashMap<>();

  private CatalogueReader() {}

  static Catalogue read(Gate gate, Policy policy, AuthorizationServer authorizationServer) {
    return new CatalogueReader().readAll(gate, policy, authorizationServer);
  }

  private Catalogue readAll(Gate gate, Policy policy, AuthorizationServer authorizationServer) {
    add(Verification.NO_TYPE, null, gate.checksOf(Verification.NO_TYPE));
    gate.authenticators()
        .forEach(scheme -> add(scheme.type(), scheme.scheme(), gate.checksOf(scheme.type())));
    List<Check<?>> registration = new ArrayList<>(gate.transportChecks());
    registration.addAll(gate.registrationChecks());
    add(PasskeyRegistration.TYPE, null, registration);
    authorizationServer.listings().stream()
        .distinct()
        .forEach(
            listing -> {
              List<Check<?>> checks = new ArrayList<>(gate.transportChecks());
              checks.addAll(listing.checks());
              add(listing.type(), null, checks);
            });
    ServiceLoader.load(FurtherChecks.class, FurtherChecks.class.getClassLoader())
        .forEach(further -> add(further.type(), null, further.checks()));
    for (Rule<?> rule : policy.rules()) {
      rule.weaknesses().forEach(weakness -> removes(rule.id(), weakness));
      rule.touchedBy().forEach(weakness -> touches(rule.id(), weakness));
    }
    List<Item> rules =
        policy.rules().stream()
            .map(rule -> new Item(rule.id(), rule.question(), rule.source(), ""))
            .toList();
    return new Catalogue(schemes, rules, switches());
  }

  private void add(String type, @Nullable String scheme, List<Check<?>> checks) {
    for (Check<?> check : checks) {
      check.weaknesses().forEach(weakness -> removes(check.id(), weakness));
      check.touchedBy().forEach(weakness -> touches(check.id(), weakness));
    }
    List<Item> items =
        checks.stream()
            .map(check -> new Item(check.id(), check.question(), check.source(), check.why()))
            .toList();
    schemes.add(new Scheme(type, scheme, items));
  }

  private void removes(String id, Weakness weakness) {
    weaknesses.putIfAbsent(weakness.name(), new Named(weakness, id));
    touches(id, weakness);
  }

  private void touches(String id, Weakness weakness) {
    touched.computeIfAbsent(weakness.name(), name -> new TreeSet<>()).add(id);
  }

  private List<Switch> switches() {
    return weaknesses.values().stream()
        .map(
            named ->
                new Switch(
                    named.weakness().name(),
                    named.removes(),
                    touched.getOrDefault(named.weakness().name(), Set.of()),
                    named.weakness().summary()))
        .toList();
  }
}
