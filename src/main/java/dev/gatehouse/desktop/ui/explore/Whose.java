package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.ui.compose.Composition;
import dev.gatehouse.desktop.ui.compose.ServerFacts;
import dev.gatehouse.desktop.workbench.HistoryEntry;
import dev.gatehouse.server.DemoPerson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out whose credential something was sent with, and what of it had been edited. */
final class Whose {
  private final ServerFacts facts;
  private final List<CredentialType> types;
  private final String otherwise;

  /**
   * A finder.
   *
   * @param otherwise who it is said to be if nobody's credential fits
   */
  Whose(ServerFacts facts, List<CredentialType> types, String otherwise) {
    this.facts = facts;
    this.types = List.copyOf(types);
    this.otherwise = otherwise;
  }

  /** Whether a URL is one of the running server. */
  boolean isHere(String url) {
    return url.startsWith(facts.base().toString());
  }

  /** Who has most of the values that were sent. */
  String person(HistoryEntry entry) {
    if (entry.type().equals("none")) {
      return Composition.NOBODY;
    }
    String best = otherwise;
    int most = 0;
    for (DemoPerson person : facts.people()) {
      Map<String, String> own = own(entry, person);
      int same = (int) own.entrySet().stream().filter(e -> same(entry, e)).count();
      if (same > most) {
        most = same;
        best = person.id();
      }
    }
    return best;
  }

  /** The values that this person does not have. */
  Map<String, String> edits(HistoryEntry entry) {
    Map<String, String> edits = new LinkedHashMap<>(entry.values());
    String person = person(entry);
    facts.people().stream()
        .filter(candidate -> candidate.id().equals(person))
        .forEach(owner -> edits.entrySet().removeAll(own(entry, owner).entrySet()));
    return edits;
  }

  private static boolean same(HistoryEntry entry, Map.Entry<String, String> own) {
    return own.getValue().equals(entry.values().get(own.getKey()));
  }

  private Map<String, String> own(HistoryEntry entry, DemoPerson person) {
    return types.stream()
        .filter(type -> type.type().equals(entry.type()))
        .findFirst()
        .map(type -> type.valuesFor(person))
        .orElse(Map.of());
  }
}
