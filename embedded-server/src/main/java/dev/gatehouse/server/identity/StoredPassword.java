package dev.gatehouse.server.identity;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of somebody's password: what a copy of the table of people gives away.
 *
 * @param personId whose it is
 * @param hash a PHC string: a slow hash with its salt
 * @param former what is left from before passwords were stored like that, SHA-256 without a salt in
 *     hexadecimal, of the password that the person had then; null if nothing is
 */
public record StoredPassword(String personId, String hash, @Nullable String former) {
  /** Of nobody whose password was ever stored in another way. */
  public StoredPassword(String personId, String hash) {
    this(personId, hash, null);
  }
}
