package dev.gatehouse.server.jose;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets of years ago, when nobody asked how long a secret has to be. They are still among the
 * keys of this server, as such keys are; a verifier has to find them too short for their algorithm
 * (RFC 7518 §3.2).
 */
public final class LegacyKeys {
  /** The name of the key whose secret somebody made up: it is a common password. */
  public static final String GUESSABLE = "legacy-2019";

  /** The name of the key whose secret nobody ever set. */
  public static final String BLANK = "legacy-2016";

  private static final String MADE_UP = "birthday3";

  /**
   * A secret of no bytes. {@link SecretKeySpec} refuses to be one, but HMAC does not (RFC 2104).
   */
  private record Blank() implements SecretKey {
    @Override
    public String getAlgorithm() {
      return JwsAlgorithm.HS256.javaName();
    }

    @Override
    public String getFormat() {
      return "RAW";
    }

    @Override
    public byte[] getEncoded() {
      return new byte[0];
    }
  }

  private LegacyKeys() {}

  /** All of them, each for HS256. */
  static List<OwnKey> all() {
    SecretKey madeUp =
        new SecretKeySpec(
            MADE_UP.getBytes(StandardCharsets.US_ASCII), JwsAlgorithm.HS256.javaName());
    return List.of(
        new OwnKey(JwsAlgorithm.HS256, GUESSABLE, madeUp),
        new OwnKey(JwsAlgorithm.HS256, BLANK, new Blank()));
  }
}
