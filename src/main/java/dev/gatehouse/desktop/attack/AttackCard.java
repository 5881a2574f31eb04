package dev.gatehouse.desktop.attack;

import java.util.List;

/**
 * What there is to know about an attack.
 *
 * @param name its stable name in kebab-case, for example {@code jwt-tampered}
 * @param title for people to read
 * @param group which kind of credential it is about
 * @param does one sentence: what the attacker does
 * @param needs one sentence: what the attacker must have
 * @param works one sentence: why it works on a server with the weakness
 * @param weakness the name of the weakness that lets it in
 * @param sources where it is described, for example {@code RFC 8725 §3.2}
 * @param fix in words: what a server has to do
 */
public record AttackCard(
    String name,
    String title,
    AttackGroup group,
    String does,
    String needs,
    String works,
    String weakness,
    List<String> sources,
    String fix) {
  public AttackCard {
    sources = List.copyOf(sources);
  }
}
