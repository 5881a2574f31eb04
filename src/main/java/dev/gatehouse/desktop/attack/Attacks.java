package dev.gatehouse.desktop.attack;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Every attack on the class path. */
public final class Attacks {
  private Attacks() {}

  /** All of them, by group, then by name. */
  public static List<Attack> all() {
    Comparator<Attack> byGroup = Comparator.comparing(attack -> attack.card().group());
    return ServiceLoader.load(Attack.class, Attacks.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(byGroup.thenComparing(Attack::name))
        .toList();
  }

  /** The one of this name. */
  public static Optional<Attack> named(String name) {
    return all().stream().filter(attack -> attack.name().equals(name)).findFirst();
  }
}
