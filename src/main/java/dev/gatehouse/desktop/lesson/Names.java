package dev.gatehouse.desktop.lesson;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names a lesson may use: those that the program really has. */
public final class Names {
  /** What a name can stand for. */
  public enum Kind {
    /** A check, for example {@code jwt.exp}. */
    CHECK("check"),
    /** A rule, for example {@code sharing}. */
    RULE("rule"),
    /** A weakness, for example {@code skip-signature}. */
    WEAKNESS("weakness"),
    /** An attack, for example {@code jwt-tampered}. */
    ATTACK("attack"),
    /** A person of the seed data, for example {@code bob}. */
    PERSON("person"),
    /** A type of credential, for example {@code basic}. */
    CREDENTIAL("credential"),
    /** A field of a credential, for example {@code basic.password}. */
    CREDENTIAL_FIELD("field of this credential"),
    /** A call, for example {@code GET /calendars/{id}/events}. */
    CALL("call");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For people to read. */
    public String words() {
      return words;
    }
  }

  private final Map<Kind, Set<String>> known;

  /** Names of some kinds; of a kind that is not among them, every name is taken for known. */
  public Names(Map<Kind, Set<String>> known) {
    Map<Kind, Set<String>> copy = new EnumMap<>(Kind.class);
    known.forEach((kind, names) -> copy.put(kind, Set.copyOf(names)));
    this.known = copy;
  }

  /** Takes every name for known: for reading a lesson when no server can be asked. */
  public static Names any() {
    return new Names(Map.of());
  }

  /**
   * Whether there is something of this name. A call is matched with its parameters filled in and
   * without its query.
   */
  public boolean knows(Kind kind, String name) {
    Set<String> names = known.get(kind);
    if (names == null) {
      return true;
    }
    return kind == Kind.CALL
        ? name.indexOf('{') < 0 && names.stream().anyMatch(call -> matches(call, name))
        : names.contains(name);
  }

  private static boolean matches(String call, String concrete) {
    List<String> pattern = Arrays.asList(call.split("[ /]"));
    List<String> parts = Arrays.asList(concrete.split("\\?", 2)[0].split("[ /]"));
    if (pattern.size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < pattern.size(); i++) {
      if (!pattern.get(i).equals(parts.get(i)) && !fits(pattern.get(i), parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a segment such as {@code {id}.ics} fits one such as {@code alice-work.ics}. */
  private static boolean fits(String pattern, String part) {
    int open = pattern.indexOf('{');
    int close = pattern.indexOf('}');
    return open >= 0
        && close > open
        && part.length() > pattern.length() - (close - open + 1)
        && part.startsWith(pattern.substring(0, open))
        && part.endsWith(pattern.substring(close + 1));
  }
}
