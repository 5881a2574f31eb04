package dev.gatehouse.desktop.attack.forge;

import java.util.List;

/** Every forgery, the simplest first. */
public final class Forgeries {
  private Forgeries() {}

  /** All of them. */
  public static List<Forgery> all() {
    return List.of(
        new OldSignature(),
        new AlgNone(),
        new NoSignature(),
        new KeyConfusion(),
        new EmbeddedKey(),
        new OwnKey(),
        new OwnSecret(),
        new PsychicSignature());
  }
}
