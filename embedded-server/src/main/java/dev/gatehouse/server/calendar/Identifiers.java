package dev.gatehouse.server.calendar;

import java.security.SecureRandom;

/** Makes identifiers that nobody can guess and that need no escaping in a URL. */
final class Identifiers {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Identifiers() {}

  static String random(int length) {
    StringBuilder id = new StringBuilder(length);
    RANDOM
        .ints(length, 0, LETTERS.length())
        .forEach(position -> id.append(LETTERS.charAt(position)));
    return id.toString();
  }
}
