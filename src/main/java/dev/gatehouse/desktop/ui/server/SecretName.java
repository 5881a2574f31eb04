package dev.gatehouse.desktop.ui.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the secrets of demo people are called, and how curl presents each. */
final class SecretName {
  private static final Map<String, String> LABELS =
      Map.of(
          "password", "Password",
          "apiKey", "API key",
          "opaqueToken", "Opaque token",
          "jwt", "JWT");
  private static final List<String> ORDER = List.of("password", "apiKey", "opaqueToken", "jwt");

  private SecretName() {}

  /** For people to read: {@code API key} for {@code apiKey}; the name itself if it is not known. */
  static String label(String name) {
    return LABELS.getOrDefault(name, name);
  }

  /** Where it stands in a list; those that are not known come last. */
  static int rank(String name) {
    int known = ORDER.indexOf(name);
    return known < 0 ? ORDER.size() : known;
  }

  /**
   * A line to paste into a shell that asks for the person's calendars.
   *
   * @param base for example {@code http://127.0.0.1:8085}
   * @return empty if curl cannot present such a secret in one line
   */
  static Optional<String> curl(String base, String person, String name, String secret) {
    String url = " " + base + "/calendars";
    return switch (name) {
      case "password" -> Optional.of("curl -u " + quoted(person + ":" + secret) + url);
      case "apiKey" -> Optional.of("curl -H " + quoted("X-API-Key: " + secret) + url);
      case "opaqueToken", "jwt" -> Optional.of("curl --oauth2-bearer " + quoted(secret) + url);
      default -> Optional.empty();
    };
  }

  /** In single quotes a shell takes every letter as it is (POSIX.1 XCU §2.2.2). */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
