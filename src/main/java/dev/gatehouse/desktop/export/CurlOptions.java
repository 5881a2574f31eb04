package dev.gatehouse.desktop.export;

import org.jspecify.annotations.Nullable;

/**
 * How a curl command is written.
 *
 * @param showSecrets whether secrets stand in it; else variables of the shell stand for them
 * @param authority the file of a certificate authority to trust; null to leave that to curl
 */
public record CurlOptions(boolean showSecrets, @Nullable String authority) {
  /** Without secrets, trusting whom curl trusts. */
  public static CurlOptions masked() {
    return new CurlOptions(false, null);
  }

  /** With the secrets in it, ready to run. */
  public static CurlOptions withSecrets() {
    return new CurlOptions(true, null);
  }

  /** The same, trusting the authority in this file for calls by HTTPS. */
  public CurlOptions trusting(@Nullable String file) {
    return new CurlOptions(showSecrets, file);
  }
}
