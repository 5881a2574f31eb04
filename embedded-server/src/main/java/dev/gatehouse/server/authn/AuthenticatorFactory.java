package dev.gatehouse.server.authn;

/**
 * Makes an authenticator. Implementations carry {@code @AutoService(AuthenticatorFactory.class)}
 * and are found by {@link java.util.ServiceLoader}, so that a new scheme is one file.
 */
public interface AuthenticatorFactory {
  /**
   * Where the scheme stands among the others when schemes are listed or offered; the lowest comes
   * first.
   */
  int rank();

  /** Makes the authenticator with what the server has. */
  Authenticator<?> create(GateServices services);
}
