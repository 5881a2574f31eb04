package dev.gatehouse.desktop.ui.server;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the secrets of demo people are called. */
final class SecretName {
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("password", "Password"),
          Map.entry("apiKey", "API key"),
          Map.entry("oldApiKey", "API key of old"),
          Map.entry("opaqueToken", "Opaque token"),
          Map.entry("jwt", "JWT"),
          Map.entry("oldJwt", "JWT by an old secret"),
          Map.entry("dpop.token", "Token (DPoP)"),
          Map.entry("dpop.jwk", "Private key (DPoP)"),
          Map.entry("hmac.accessKey", "Access key (SigV4)"),
          Map.entry("hmac.secretKey", "Secret key (SigV4)"),
          Map.entry("hmac.region", "Region (SigV4)"),
          Map.entry("hmac.service", "Service (SigV4)"),
          Map.entry("httpSignature.keyId", "Key (signature)"),
          Map.entry("httpSignature.secret", "Secret (signature)"),
          Map.entry("totpSecret", "Secret (codes)"),
          Map.entry("totpUri", "Same, for an app"),
          Map.entry("passkey.id", "Passkey"),
          Map.entry("passkey.userHandle", "User handle (passkey)"),
          Map.entry("passkey.privateKey", "Private key (passkey)"),
          Map.entry("certificate", "Certificate (file)"),
          Map.entry("key", "Private key (file)"),
          Map.entry("mtls.token", "Token (certificate)"));
  private static final List<String> ORDER =
      List.of(
          "password",
          "apiKey",
          "oldApiKey",
          "opaqueToken",
          "jwt",
          "oldJwt",
          "dpop.token",
          "dpop.jwk",
          "hmac.accessKey",
          "hmac.secretKey",
          "hmac.region",
          "hmac.service",
          "httpSignature.keyId",
          "httpSignature.secret",
          "totpSecret",
          "totpUri",
          "passkey.id",
          "passkey.userHandle",
          "passkey.privateKey",
          "certificate",
          "key",
          "mtls.token");

  /** What anybody may know: names, and where files are. */
  private static final Set<String> OPEN =
      Set.of(
          "hmac.accessKey",
          "hmac.region",
          "hmac.service",
          "httpSignature.keyId",
          "passkey.id",
          "passkey.userHandle",
          "certificate",
          "key");

  private SecretName() {}

  /** Whether knowing it lets nobody in. */
  static boolean isOpen(String name) {
    return OPEN.contains(name);
  }

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
