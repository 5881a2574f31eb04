package dev.gatehouse.server.httpsignature;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;

/** Digests of a message's content in the field {@code Content-Digest} (RFC 9530 §2). */
public final class ContentDigest {
  /** The name of the field. */
  public static final String FIELD = "Content-Digest";

  /** The algorithms that are good enough against somebody who means harm (RFC 9530 §5). */
  private static final List<String> STRONG = List.of("sha-256", "sha-512");

  private ContentDigest() {}

  /**
   * The value of the field for this content.
   *
   * @param algorithm {@code sha-256} or {@code sha-512}
   */
  public static String value(String algorithm, byte[] content) {
    return algorithm + "=" + ByteSequenceItem.valueOf(digest(algorithm, content)).serialize();
  }

  /**
   * What is wrong with the field, given this content; empty if it has at least one digest by a good
   * algorithm and each of those fits.
   *
   * @param lines the values of all lines of the field
   */
  public static Optional<String> flaw(List<String> lines, byte[] content) {
    Map<String, ListElement<?>> stated;
    try {
      stated = new Parser(lines).parseDictionary().get();
    } catch (IllegalArgumentException unreadable) {
      return Optional.of("it is not written as a dictionary (RFC 8941 §3.2)");
    }
    List<String> known = STRONG.stream().filter(stated::containsKey).toList();
    if (known.isEmpty()) {
      return Optional.of("no digest by " + String.join(" or ", STRONG));
    }
    return known.stream()
        .filter(algorithm -> !fits(stated.get(algorithm), digest(algorithm, content)))
        .findFirst()
        .map(algorithm -> "its " + algorithm + " is that of another content");
  }

  private static boolean fits(@Nullable ListElement<?> stated, byte[] digest) {
    return stated instanceof ByteSequenceItem bytes && bytes.get().equals(ByteBuffer.wrap(digest));
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT)).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
