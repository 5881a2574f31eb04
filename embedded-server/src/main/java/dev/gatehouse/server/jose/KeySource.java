package dev.gatehouse.server.jose;

import org.jspecify.annotations.Nullable;

/** Where the keys are that a verifier trusts. */
@FunctionalInterface
public interface KeySource {
  /**
   * The keys, looked up anew if that may help to find one of this name.
   *
   * @param kid what a token names, or null
   * @throws KeysUnavailableException if they cannot be had just now
   */
  JwkSet keys(@Nullable String kid) throws KeysUnavailableException;
}
