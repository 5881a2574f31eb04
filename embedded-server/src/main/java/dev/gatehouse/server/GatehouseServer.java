package dev.gatehouse.server;

import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.trace.ExchangeLog;
import dev.gatehouse.server.weakness.WeaknessSwitches;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** A running Calendar API with its gate. Closing it wipes its secrets. */
@SuppressWarnings("DoNotCallSuggester")
public final class GatehouseServer implements AutoCloseable {
  private GatehouseServer() {}

  /** Starts a server and returns when it can be called. */
  public static GatehouseServer start(ServerOptions options) {
    throw new UnsupportedOperationException();
  }

  /** Where it answers over HTTP, for example {@code http://127.0.0.1:8085}. */
  public URI http() {
    throw new UnsupportedOperationException();
  }

  /** Where it answers over HTTPS, if it does. */
  public Optional<URI> https() {
    throw new UnsupportedOperationException();
  }

  /** The certificate authority that signed its certificate, made at start; present with HTTPS. */
  public Optional<X509Certificate> certificateAuthority() {
    throw new UnsupportedOperationException();
  }

  /** The exchanges so far. */
  public ExchangeLog exchanges() {
    throw new UnsupportedOperationException();
  }

  /** The teaching switches. */
  public WeaknessSwitches weaknesses() {
    throw new UnsupportedOperationException();
  }

  /** Everything the gate can ask. */
  public Catalogue catalogue() {
    throw new UnsupportedOperationException();
  }

  /** The demo people and what proves them, in the order of the contract. */
  public List<DemoPerson> people() {
    throw new UnsupportedOperationException();
  }

  /** The issuer of this server's tokens: its keys, and how to sign with them. */
  public TokenIssuer issuer() {
    throw new UnsupportedOperationException();
  }

  /** The OpenAPI document (YAML) that it serves at {@code /openapi.yaml}. */
  public String openApi() {
    throw new UnsupportedOperationException();
  }

  /**
   * Puts data, switches, sessions and log back to how they were at the start; people keep their
   * secrets.
   */
  public void reset() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
