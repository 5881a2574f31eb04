package dev.gatehouse.server.brought;

import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.Jwk;
import java.util.List;
import java.util.Optional;

/**
 * The keys with which a token asks to be verified.
 *
 * @param keys none, if it does not ask or they cannot be had
 * @param problem why there is none; empty if there is one
 */
public record BroughtKeys(List<Jwk> keys, String problem) {
  public BroughtKeys {
    keys = List.copyOf(keys);
  }

  /** Finds them, wherever they are: it may take as long as another server takes to answer. */
  public static BroughtKeys of(CompactJws token) {
    Optional<KeyHint> hint = KeyHint.in(token);
    if (hint.isEmpty()) {
      return new BroughtKeys(List.of(), "the token brings none");
    }
    try {
      List<Jwk> found = hint.get().find(token);
      return new BroughtKeys(found, found.isEmpty() ? "there is none of that name" : "");
    } catch (JoseException unusable) {
      return new BroughtKeys(List.of(), unusable.problem());
    }
  }
}
