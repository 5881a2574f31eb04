package dev.gatehouse.desktop.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a person's JSON Web Token before it is sent.
 *
 * @param header header parameters to set, as JSON values; null takes one out
 * @param claims claims to set, as JSON values; null takes one out; {@code now+60} and {@code
 *     now-60} are times in seconds
 * @param signature what becomes of the signature
 */
public record TokenEdit(
    Map<String, @Nullable Object> header,
    Map<String, @Nullable Object> claims,
    Signature signature) {
  /** What becomes of the signature of a changed token. */
  public enum Signature {
    /** The old one stays, over bytes that have changed. */
    KEEP,
    /** The server's own key signs again, as if it had issued the token so. */
    AGAIN,
    /** There is none: the token ends with its second dot. */
    EMPTY
  }

  public TokenEdit {
    header = new LinkedHashMap<>(header);
    claims = new LinkedHashMap<>(claims);
  }
}
