package dev.gatehouse.desktop.attack;

/** The kinds of credential that attacks are about, in the order in which they are listed. */
public enum AttackGroup {
  WIRE("No credential, and the wire"),
  PASSWORDS("Passwords"),
  KEYS_AND_SESSIONS("API keys and sessions"),
  JWT("JWT"),
  OAUTH("OAuth 2.0 and OpenID Connect"),
  PROOF_OF_POSSESSION("Proof of possession and signed requests"),
  SECOND_FACTORS("Second factors and passkeys"),
  AUTHORIZATION("Authorization");

  private final String title;

  AttackGroup(String title) {
    this.title = title;
  }

  /** For people to read. */
  public String title() {
    return title;
  }
}
