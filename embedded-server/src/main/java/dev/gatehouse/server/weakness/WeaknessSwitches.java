package dev.gatehouse.server.weakness;

import dev.gatehouse.server.trace.Weakness;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Which weaknesses are on, by name. None is at first. Safe for use by many threads. */
public final class WeaknessSwitches implements Predicate<Weakness> {
  private final boolean locked;
  private final Set<String> on = new CopyOnWriteArraySet<>();
  private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

  /**
   * All off.
   *
   * @param locked whether they have to stay so, since others than this machine can reach the server
   */
  public WeaknessSwitches(boolean locked) {
    this.locked = locked;
  }

  /** Whether none can be switched on. */
  public boolean isLocked() {
    return locked;
  }

  /** Whether this weakness is on. */
  @Override
  public boolean test(Weakness weakness) {
    return !on.isEmpty() && on.contains(weakness.name());
  }

  /** The names of those that are on. */
  public Set<String> on() {
    return Set.copyOf(on);
  }

  /**
   * Switches one on or off.
   *
   * @throws IllegalStateException if it is to be on and they are locked
   */
  public void set(String name, boolean turnOn) {
    if (turnOn && locked) {
      throw new IllegalStateException(
          "other machines can reach this server, so no weakness can be switched on");
    }
    boolean changed = turnOn ? on.add(name) : on.remove(name);
    if (changed) {
      listeners.forEach(listener -> listener.accept(on()));
    }
  }

  /** Switches all off: the server is hardened again. */
  public void clear() {
    on().forEach(name -> set(name, false));
  }

  /** Calls {@code listener} with the names of those that are on, after each change. */
  public void listen(Consumer<Set<String>> listener) {
    listeners.add(listener);
  }
}
