package dev.gatehouse.server.oauth;

/** How a client proves who it is (RFC 7591 §2, {@code token_endpoint_auth_method}). */
public enum ClientMethod {
  /** Not at all: it cannot keep a secret (RFC 6749 §2.1). */
  NONE("none"),
  /** With its secret in an Authorization header (RFC 6749 §2.3.1). */
  BASIC("client_secret_basic"),
  /** With its secret in the form (RFC 6749 §2.3.1). */
  POST("client_secret_post"),
  /** With a statement that it has signed (RFC 7523 §2.2). */
  PRIVATE_KEY_JWT("private_key_jwt"),
  /** With the certificate of its connection, issued by an authority (RFC 8705 §2.1). */
  TLS("tls_client_auth");

  private final String text;

  ClientMethod(String text) {
    this.text = text;
  }

  /** Its registered name. */
  public String text() {
    return text;
  }
}
