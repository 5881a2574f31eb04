package dev.gatehouse.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The hash functions of Digest authentication (RFC 7616 §6.1), the one to be preferred first. */
public enum DigestAlgorithm {
  SHA_256("SHA-256", "SHA-256"),
  SHA_512_256("SHA-512-256", "SHA-512/256"),
  /** Broken, and still the only one that many clients know. */
  MD5("MD5", "MD5");

  private final String token;
  private final String nameInJava;

  DigestAlgorithm(String token, String nameInJava) {
    this.token = token;
    this.nameInJava = nameInJava;
  }

  /** The one that is called so in headers, whatever the case. */
  public static Optional<DigestAlgorithm> of(String token) {
    return Arrays.stream(values()).filter(one -> one.token.equalsIgnoreCase(token)).findFirst();
  }

  /** What it is called in headers, for example {@code SHA-512-256}. */
  public String token() {
    return token;
  }

  /** The hash of this text in UTF-8, in lower-case hexadecimal digits. */
  public String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of these bytes, in lower-case hexadecimal digits. */
  public String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(nameInJava).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform since 9 has " + nameInJava, e);
    }
  }

  /**
   * What a server stores instead of the password, and a client computes from it (RFC 7616 §3.4.2).
   * Whoever has it can call in the person's name in this realm.
   */
  public String secret(String username, String realm, String password) {
    return hash(username + ":" + realm + ":" + password);
  }

  /** What a client may send in place of the name (RFC 7616 §3.4.4). */
  public String userHash(String username, String realm) {
    return hash(username + ":" + realm);
  }
}
