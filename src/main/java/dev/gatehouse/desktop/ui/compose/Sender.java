package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.Exchange;
import java.util.Map;

/** Sends a call with a credential. Never call it on the JavaFX thread. */
@FunctionalInterface
public interface Sender {
  /**
   * Sends, the hops that the credential needs first included.
   *
   * @param review sees each request before it leaves
   * @throws CredentialException if the values do not make a credential
   * @throws InterruptedException if the person cancelled it
   */
  Exchange send(CredentialType type, Map<String, String> values, Draft call, DraftReview review)
      throws CredentialException, InterruptedException;
}
