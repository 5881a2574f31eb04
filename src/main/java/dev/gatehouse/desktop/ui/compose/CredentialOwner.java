package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.server.DemoPerson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out whose credential some values are, and what of it had been edited. */
public final class CredentialOwner {
  private final ServerFacts facts;
  private final List<CredentialType> types;
  private final String otherwise;

  /**
   * A finder.
   *
   * @param otherwise who it is said to be if nobody's credential fits
   */
  public CredentialOwner(ServerFacts facts, List<CredentialType> types, String otherwise) {
    this.facts = facts;
    this.types = List.copyOf(types);
    this.otherwise = otherwise;
  }

  /** The path and query of a URL of the running server; else the URL itself. */
  public String target(String url) {
    String base = facts.base().toString();
    if (!url.startsWith(base)) {
      return url;
    }
    String rest = url.substring(base.length());
    return rest.startsWith("/") ? rest : rest.isEmpty() ? "/" : url;
  }

  /** Who has most of the values. */
  public String person(String type, Map<String, String> values) {
    if (type.equals("none")) {
      return Composition.NOBODY;
    }
    String best = otherwise;
    long most = 0;
    for (DemoPerson person : facts.people()) {
      long same = own(type, person).entrySet().stream().filter(values.entrySet()::contains).count();
      if (same > most) {
        most = same;
        best = person.id();
      }
    }
    return best;
  }

  /** The values that the one who has most of them does not have. */
  public Map<String, String> edits(String type, Map<String, String> values) {
    Map<String, String> edits = new LinkedHashMap<>(values);
    facts
        .person(person(type, values))
        .ifPresent(owner -> edits.entrySet().removeAll(own(type, owner).entrySet()));
    return edits;
  }

  private Map<String, String> own(String name, DemoPerson person) {
    return types.stream()
        .filter(type -> type.type().equals(name))
        .findFirst()
        .map(type -> type.valuesFor(person))
        .orElse(Map.of());
  }
}
