package dev.gatehouse.desktop.ui.server;

import java.util.List;
import java.util.Map;

/** What the secrets of demo people are called. */
final class SecretName {
  private static final Map<String, String> LABELS =
      Map.of(
          "password", "Password",
          "apiKey", "API key",
          "opaqueToken", "Opaque token",
          "jwt", "JWT",
          "hmac.accessKey", "Access key (SigV4)",
          "hmac.secretKey", "Secret key (SigV4)",
          "hmac.region", "Region (SigV4)",
          "hmac.service", "Service (SigV4)");
  private static final List<String> ORDER =
      List.of(
          "password",
          "apiKey",
          "opaqueToken",
          "jwt",
          "hmac.accessKey",
          "hmac.secretKey",
          "hmac.region",
          "hmac.service");

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
}
