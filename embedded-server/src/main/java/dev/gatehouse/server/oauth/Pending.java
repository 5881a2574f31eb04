package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.oauth.Tickets.Kind;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client has asked for and a person has still to agree to. Its handle is in the field {@code
 * request} of the pages, and only the browser for which it was made can use it.
 *
 * @param clientId who asks
 * @param responseType what it asks for: {@code code}, or {@code token} where the implicit grant is
 *     allowed; {@code device} for a device
 * @param redirectUri where the answer goes; empty for a device
 * @param scopes for what
 * @param state what goes back with the answer, or null
 * @param nonce what goes into the ID token, or null
 * @param challenge the PKCE challenge, or null
 * @param proofKey the thumbprint of the key to which the code is to be bound (RFC 9449 §10), or
 *     null
 * @param acr how much a person has to prove (RFC 9470 §4), or null if any login will do
 * @param device the digest of the device code, or null if no device asks
 * @param userCode the code that the device shows, or null likewise
 * @param loginAfter when the person must have logged in at the earliest, in seconds since 1970
 * @param browser the digest of the cookie of the browser for which it was made
 */
record Pending(
    String clientId,
    String responseType,
    String redirectUri,
    Set<String> scopes,
    @Nullable String state,
    @Nullable String nonce,
    @Nullable String challenge,
    @Nullable String proofKey,
    @Nullable String acr,
    @Nullable String device,
    @Nullable String userCode,
    long loginAfter,
    String browser) {
  /** Time to look at each step. */
  static final Kind<Pending> KIND =
      new Kind<>("gh_request_", Pending.class, Duration.ofMinutes(30), 10_000);

  /** The response type of a device, which there is in no request. */
  static final String FOR_DEVICE = "device";

  Pending {
    scopes = Set.copyOf(scopes);
  }

  /** How much a person has to prove before they are asked. */
  Assurance level() {
    return LoginLevel.named(acr).orElse(Assurance.ONE_FACTOR);
  }

  /** The same for another browser, or the same one under a new cookie. */
  Pending in(String otherBrowser) {
    return new Pending(
        clientId,
        responseType,
        redirectUri,
        scopes,
        state,
        nonce,
        challenge,
        proofKey,
        acr,
        device,
        userCode,
        loginAfter,
        otherBrowser);
  }
}
