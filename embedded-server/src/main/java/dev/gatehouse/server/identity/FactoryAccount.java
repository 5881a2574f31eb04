package dev.gatehouse.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The account that every copy of this program comes with, and its password, as it stands in the
 * manual of so many programs. Whoever set one up was to choose another.
 */
final class FactoryAccount {
  private static final String NAME = "admin";
  private static final byte[] PASSWORD = "admin".getBytes(StandardCharsets.UTF_8);

  private FactoryAccount() {}

  /** Whether this is its name and its password. */
  static boolean isOpenedBy(String personId, byte[] password) {
    boolean equal = MessageDigest.isEqual(PASSWORD, password);
    return equal && personId.equals(NAME);
  }
}
