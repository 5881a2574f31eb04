package dev.gatehouse.server.oauth;

/** The names of the grants: what a client comes for tokens with. */
final class GrantTypes {
  /** RFC 6749 §4.1.3. */
  static final String CODE = "authorization_code";

  /** RFC 6749 §6. */
  static final String REFRESH = "refresh_token";

  /** RFC 6749 §4.4. */
  static final String CLIENT_CREDENTIALS = "client_credentials";

  /** RFC 6749 §4.3; RFC 9700 §2.4 says that it must not be used. */
  static final String PASSWORD = "password";

  /** RFC 8628 §3.4. */
  static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

  /** RFC 8693 §2.1. */
  static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

  private GrantTypes() {}
}
