package dev.gatehouse.desktop.attack;

/**
 * Something that a hardened server stops and a server with one weakness lets through.
 * Implementations carry {@code @AutoService(Attack.class)}, have a constructor without parameters
 * and keep no state.
 */
public interface Attack {
  /** What there is to know about it. */
  AttackCard card();

  /**
   * Carries it out.
   *
   * @param target the server, what the attacker has, and where every step is noted
   * @return whether the attacker got what they must not have, judged by what the server answered
   * @throws InterruptedException if the person cancelled it
   */
  AttackResult run(Target target) throws InterruptedException;

  /** Its stable name in kebab-case, for example {@code jwt-tampered}. */
  default String name() {
    return card().name();
  }
}
