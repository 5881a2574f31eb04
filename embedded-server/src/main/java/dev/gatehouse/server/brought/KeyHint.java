package dev.gatehouse.server.brought;

import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.Jwk;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How a token says with which key it is to be verified. */
public enum KeyHint {
  /** The key itself in {@code jwk} (RFC 7515 §4.1.3). */
  EMBEDDED(
      token -> token.header().has("jwk"), token -> List.of(Jwk.read(token.header().path("jwk")))),
  /** A certificate in {@code x5c} (RFC 7515 §4.1.6). */
  CERTIFICATE(token -> token.header().has("x5c"), CertifiedKey::of),
  /** The address of a key set in {@code jku} (RFC 7515 §4.1.2). */
  LINK(token -> token.header().has("jku"), LinkedKeys::of),
  /** A {@code kid} that reads like the path of a file. */
  PATH(token -> kid(token).indexOf('/') >= 0, KeyFile::of),
  /** A {@code kid} that ends the text it is put into, in a statement of SQL. */
  STATEMENT(token -> kid(token).indexOf('\'') >= 0, KeyTable::of);

  /** Finds the keys that a token hints at. */
  @FunctionalInterface
  private interface Finder {
    List<Jwk> find(CompactJws token) throws JoseException;
  }

  private final Predicate<CompactJws> isIn;
  private final Finder finder;

  KeyHint(Predicate<CompactJws> isIn, Finder finder) {
    this.isIn = isIn;
    this.finder = finder;
  }

  /**
   * The one hint that counts in a token: of several the first. So who follows the hints of one kind
   * never follows those of another.
   */
  public static Optional<KeyHint> in(CompactJws token) {
    return Arrays.stream(values()).filter(hint -> hint.isIn.test(token)).findFirst();
  }

  /**
   * The keys that the token hints at in this way.
   *
   * @throws JoseException if there is none to be had; its message says why
   */
  List<Jwk> find(CompactJws token) throws JoseException {
    return finder.find(token);
  }

  static String kid(CompactJws token) {
    return token.parameter("kid").orElse("");
  }
}
