package dev.gatehouse.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gate can ask, derived from the lists of checks and rules themselves.
 *
 * @param schemes each type of credential with its checks in order
 * @param rules the policy's rules in order
 * @param weaknesses each weakness with what it takes away
 */
public record Catalogue(List<Scheme> schemes, List<Item> rules, List<Switch> weaknesses) {
  public Catalogue {
    schemes = List.copyOf(schemes);
    rules = List.copyOf(rules);
    weaknesses = List.copyOf(weaknesses);
  }

  /** The weakness of this name. */
  public Optional<Switch> weakness(String name) {
    return weaknesses.stream().filter(known -> known.name().equals(name)).findFirst();
  }

  /**
   * A type of credential.
   *
   * @param type for example {@code basic}
   * @param scheme the HTTP authentication scheme, or null
   * @param checks what will be checked, in order
   */
  public record Scheme(String type, @Nullable String scheme, List<Item> checks) {
    public Scheme {
      checks = List.copyOf(checks);
    }
  }

  /**
   * A check or a rule.
   *
   * @param id for example {@code jwt.signature}
   * @param question what it asks
   * @param source where that is demanded
   * @param why why it is asked; may be empty
   */
  public record Item(String id, String question, String source, String why) {}

  /**
   * A weakness.
   *
   * @param name for example {@code accept-alg-none}
   * @param removes the check or rule that it takes away
   * @param touches every check and rule that can turn out differently with it
   * @param summary what a server with it does
   */
  public record Switch(String name, String removes, Set<String> touches, String summary) {
    public Switch {
      touches = Set.copyOf(touches);
    }

    /** The line by which {@code --list-weaknesses} names it: its parts with tabs between them. */
    public String line() {
      return name + "\t" + removes + "\t" + summary;
    }
  }
}
