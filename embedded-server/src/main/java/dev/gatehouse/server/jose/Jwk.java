package dev.gatehouse.server.jose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.jose.JwsAlgorithm.Family;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that signatures are verified with, and what it may be used for (RFC 7517 §4). Only the
 * public part of a key pair, or a shared secret.
 */
public final class Jwk {
  /** The smallest RSA key in bits (RFC 7518 §3.3 and §3.5). */
  public static final int MIN_RSA_BITS = 2048;

  private final @Nullable String kid;
  private final @Nullable String alg;
  private final @Nullable String use;
  private final @Nullable List<String> keyOps;
  private final Supplier<? extends Key> key;

  /**
   * A key.
   *
   * @param kid its identifier, or null
   * @param alg the one algorithm that it is meant for, or null if it is not tied to one
   * @param use what it is meant for, or null
   * @param keyOps what may be done with it, or null if that is not said
   * @param key the public key or shared secret; asked for only when it is needed
   */
  Jwk(
      @Nullable String kid,
      @Nullable String alg,
      @Nullable String use,
      @Nullable List<String> keyOps,
      Supplier<? extends Key> key) {
    this.kid = kid;
    this.alg = alg;
    this.use = use;
    this.keyOps = keyOps == null ? null : List.copyOf(keyOps);
    this.key = key;
  }

  /**
   * Reads a key. Of a private key only the public part is kept.
   *
   * @throws JoseException if it is none, or one that nothing can be verified with
   */
  public static Jwk read(JsonNode jwk) throws JoseException {
    return JwkReader.read(jwk);
  }

  /** Its identifier (RFC 7517 §4.5), if it has one. */
  public Optional<String> kid() {
    return Optional.ofNullable(kid);
  }

  /** The public key or shared secret itself. */
  public Key key() {
    return key.get();
  }

  /** Its name for people to read: {@code kid} if it has one. */
  public String name() {
    return kid == null ? "a key without kid" : kid;
  }

  /**
   * Why a signature by this algorithm must not be verified with this key; empty if it may. What the
   * key says of itself decides, never what a token says of it (RFC 8725 §3.1).
   */
  public Optional<String> misfit(JwsAlgorithm algorithm) {
    return Optional.ofNullable(misfitOf(algorithm));
  }

  private @Nullable String misfitOf(JwsAlgorithm algorithm) {
    if (alg != null && !alg.equals(algorithm.text())) {
      return "it is for " + alg + " alone";
    }
    if (use != null && !use.equals("sig")) {
      return "its use is " + use + ", not sig";
    }
    if (keyOps != null && !keyOps.contains("verify")) {
      return "its key_ops do not include verify";
    }
    return misfitOf(key.get(), algorithm);
  }

  /**
   * Why this key is too short to be used for this algorithm; empty if it is long enough (RFC 7518
   * §3.2 for secrets, §3.3 and §3.5 for RSA).
   */
  public Optional<String> shortfall(JwsAlgorithm algorithm) {
    if (key.get() instanceof RSAPublicKey rsa) {
      return tooShort(rsa.getModulus().bitLength(), MIN_RSA_BITS);
    }
    return isSecret() && algorithm.family() == Family.HMAC
        ? tooShort(secretBytes() * Byte.SIZE, algorithm.hashBits())
        : Optional.empty();
  }

  /** Whether it is a secret that was never set: one of no bytes. */
  public boolean isBlankSecret() {
    return isSecret() && secretBytes() == 0;
  }

  /** Whether it is a secret, and one that was set. */
  public boolean isFilledSecret() {
    return isSecret() && secretBytes() > 0;
  }

  private boolean isSecret() {
    return key.get() instanceof SecretKey;
  }

  private int secretBytes() {
    return key.get().getEncoded().length;
  }

  private static @Nullable String misfitOf(Key key, JwsAlgorithm algorithm) {
    if (key instanceof RSAPublicKey) {
      return algorithm.family() == Family.RSA || algorithm.family() == Family.RSA_PSS
          ? null
          : wrongKind(algorithm, "an RSA key");
    }
    if (key instanceof ECPublicKey ec) {
      String curve = Curve.of(ec).map(Curve::text).orElse("another curve");
      boolean fits = Curve.of(algorithm).equals(Curve.of(ec));
      return fits ? null : wrongKind(algorithm, "a key on " + curve);
    }
    if (key instanceof EdECPublicKey) {
      return algorithm.family() == Family.EDDSA ? null : wrongKind(algorithm, "an Ed25519 key");
    }
    return algorithm.family() == Family.HMAC ? null : wrongKind(algorithm, "a shared secret");
  }

  private static Optional<String> tooShort(int bits, int atLeast) {
    return bits >= atLeast
        ? Optional.empty()
        : Optional.of("it has " + bits + " bits, fewer than " + atLeast);
  }

  private static String wrongKind(JwsAlgorithm algorithm, String kind) {
    String curve = Curve.of(algorithm).map(c -> " " + c.text()).orElse("");
    return "it is "
        + kind
        + ", and "
        + algorithm.text()
        + " needs "
        + algorithm.family().words()
        + curve;
  }
}
