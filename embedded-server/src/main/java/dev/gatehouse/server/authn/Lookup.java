package dev.gatehouse.server.authn;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is looked up when a check first asks for it, and then remembered, so that all
 * checks of one attempt judge the same thing. For one thread.
 */
public final class Lookup<T> {
  private final Supplier<Optional<T>> source;
  private @Nullable T found;
  private boolean asked;

  /** Something that this source has, or has not. */
  public Lookup(Supplier<Optional<T>> source) {
    this.source = source;
  }

  /** What is stored, if anything. */
  public Optional<T> get() {
    if (!asked) {
      found = source.get().orElse(null);
      asked = true;
    }
    return Optional.ofNullable(found);
  }

  /**
   * What is stored.
   *
   * @throws java.util.NoSuchElementException if nothing is
   */
  public T orElseThrow() {
    return get().orElseThrow();
  }
}
