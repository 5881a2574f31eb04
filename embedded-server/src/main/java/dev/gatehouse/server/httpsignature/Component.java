package dev.gatehouse.server.httpsignature;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.greenbytes.http.sfv.BooleanItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.StringItem;

/**
 * One thing that a signature covers: a field of the message, or something derived from it, in the
 * latter case with a name that begins with {@code @} (RFC 9421 §2).
 */
public final class Component {
  private static final Set<String> FLAGS = Set.of("sf", "bs", "req", "tr");
  private static final Set<String> TEXTS = Set.of("key", "name");

  private final StringItem item;

  private Component(StringItem item) {
    this.item = item;
  }

  /** A component without parameters, for example {@code @method}. */
  public static Component named(String name) {
    return new Component(StringItem.valueOf(name));
  }

  /**
   * The component that stands in a list of them.
   *
   * @throws ComponentException if it is none
   */
  static Component of(Item<?> item) throws ComponentException {
    if (!(item instanceof StringItem text)) {
      throw new ComponentException("a component that is not a string in quotes");
    }
    return new Component(text);
  }

  /** Its name, for example {@code content-type}. */
  public String name() {
    return item.get();
  }

  /** Whether it has no parameters, and so stands for all of what it names. */
  public boolean isWhole() {
    return item.getParams().isEmpty();
  }

  /** Its name in quotes with all its parameters, as it is signed. */
  public String text() {
    return item.serialize();
  }

  /** Whether it is derived from the message rather than being a field of it (RFC 9421 §2.2). */
  boolean isDerived() {
    return name().startsWith("@");
  }

  /** Whether it has this parameter, one without a value. */
  boolean has(String flag) {
    return item.getParams().containsKey(flag);
  }

  /** The value of this parameter. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(item.getParams().get(name)).map(value -> value.get().toString());
  }

  /**
   * What is the same for components that are the same (RFC 9421 §2.5): parameters have no order.
   */
  String identity() {
    return item.getParams().entrySet().stream()
        .map(parameter -> ";" + parameter.getKey() + "=" + parameter.getValue().serialize())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining("", name(), ""));
  }

  /**
   * Looks whether its parameters mean something, which those must that are signed (RFC 9421 §2.5).
   *
   * @throws ComponentException if one does not
   */
  void demandKnownParameters() throws ComponentException {
    Parameters parameters = item.getParams();
    for (Map.Entry<String, Item<? extends Object>> parameter : parameters.entrySet()) {
      String key = parameter.getKey();
      boolean flag = parameter.getValue() instanceof BooleanItem set && set.get();
      boolean text = parameter.getValue() instanceof StringItem;
      boolean known = FLAGS.contains(key) ? flag : TEXTS.contains(key) && text;
      if (!known || !allowed(key)) {
        throw new ComponentException(text() + " has a parameter that means nothing there");
      }
    }
    if (has("bs") && (has("sf") || has("key"))) {
      throw new ComponentException(text() + " cannot be taken as bytes and as a structure");
    }
  }

  private boolean allowed(String parameter) {
    return switch (parameter) {
      case "req" -> true;
      case "name" -> name().equals("@query-param");
      default -> !isDerived();
    };
  }
}
