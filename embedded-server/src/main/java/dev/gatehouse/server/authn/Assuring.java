package dev.gatehouse.server.authn;

import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.trace.Check;
import java.util.List;
import java.util.function.Supplier;

/**
 * A scheme that can tell how its callers once proved who they are, so that a call can demand more
 * than others do (RFC 9470).
 *
 * @param <A> what its checks examine
 */
public interface Assuring<A> extends Authenticator<A> {
  /**
   * A credential, and the call it came with.
   *
   * @param attempt the credential
   * @param demanded how sure it has to be who calls; asked only of a credential that is good
   */
  record Demanded<A>(A attempt, Supplier<Assurance> demanded) {
    /** How sure it has to be who calls. */
    Assurance level() {
      return demanded.get();
    }
  }

  /** What is asked after all {@link #checks()}, of a credential that is good in itself. */
  List<Check<Demanded<A>>> assurance();
}
