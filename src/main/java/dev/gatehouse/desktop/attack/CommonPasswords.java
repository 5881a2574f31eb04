package dev.gatehouse.desktop.attack;

import java.util.List;

/** The passwords that are tried first. */
public final class CommonPasswords {
  /** The most frequent ones of published lists, in order. */
  public static final List<String> LIST =
      List.of(
          "123456",
          "password",
          "12345678",
          "qwerty",
          "123456789",
          "12345",
          "1234",
          "111111",
          "1234567",
          "dragon",
          "123123",
          "baseball",
          "abc123",
          "football");

  private CommonPasswords() {}
}
