package dev.gatehouse.desktop.attack.crack;

import java.util.Optional;
import java.util.function.Predicate;

/** Something by which one can tell, without asking anybody, whether a word is the right one. */
public interface Lock {
  /** Tells whether words are the right one; for one thread. */
  Predicate<String> tester();

  /** What a text is a lock of: a token that is signed with a secret, or a stored password hash. */
  static Optional<Lock> in(String text) {
    return PasswordHash.in(text).or(() -> SignedToken.in(text));
  }
}
