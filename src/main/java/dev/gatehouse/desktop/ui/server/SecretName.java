package dev.gatehouse.desktop.ui.server;

import java.util.List;
import java.util.Map;

/** What the secrets of demo people are called. */
final class SecretName {
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("password", "Password"),
          Map.entry("apiKey", "API key"),
          Map.entry("opaqueToken", "Opaque token"),
          Map.entry("jwt", "JWT"),
          Map.entry("dpop.token", "Token (DPoP)"),
          Map.entry("dpop.jwk", "Private key (DPoP)"),
          Map.entry("hmac.accessKey", "Access key (SigV4)"),
          Map.entry("hmac.secretKey", "Secret key (SigV4)"),
          Map.entry("hmac.region", "Region (SigV4)"),
          Map.entry("hmac.service", "Service (SigV4)"),
          Map.entry("httpSignature.keyId", "Key (message signature)"),
          Map.entry("httpSignature.secret", "Secret (message signature)"),
          Map.entry("totpSecret", "Secret of one-time codes"),
          Map.entry("totpUri", "It for an authenticator app"),
          Map.entry("passkey.id", "Passkey"),
          Map.entry("passkey.userHandle", "User handle (passkey)"),
          Map.entry("passkey.privateKey", "Private key (passkey)"),
          Map.entry("certificate", "Certificate (file)"),
          Map.entry("key", "Its private key (file)"),
          Map.entry("mtls.token", "Token bound to the certificate"));
  private static final List<String> ORDER =
      List.of(
          "password",
          "apiKey",
          "opaqueToken",
          "jwt",
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
