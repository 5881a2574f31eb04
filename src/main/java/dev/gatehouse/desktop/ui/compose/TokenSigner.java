package dev.gatehouse.desktop.ui.compose;

/** Signs as the server does, with its own private key. Never call it on the JavaFX thread. */
@FunctionalInterface
public interface TokenSigner {
  /**
   * The compact token (RFC 7515 §7.1) of this header and payload, given as JSON text.
   *
   * @throws IllegalArgumentException if the header is not one that a key can be found for
   */
  String sign(String header, String payload);
}
