package dev.gatehouse.server.authn;

import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to prove who you are. Its list of checks is its specification, its implementation and its
 * trace.
 *
 * @param <A> what its checks examine: this scheme's view of one attempt to authenticate
 */
public interface Authenticator<A> {
  /** The type of credential, as in exchange records, for example {@code basic}. */
  String type();

  /** The HTTP authentication scheme, for example {@code Basic}; null if the type has none. */
  @Nullable String scheme();

  /** Every credential of this type in the request. Must not throw, whatever the request says. */
  List<Presented> find(Arrival arrival);

  /**
   * Whether this request is for this authenticator alone, as a login is, whatever other credentials
   * it carries.
   */
  default boolean claimsAlone(Arrival arrival) {
    return false;
  }

  /**
   * Whether a credential of this type does not count where there is another, as the certificate of
   * a connection over which a token is sent.
   */
  default boolean givesWay() {
    return false;
  }

  /** What the checks will examine. Must not throw: what cannot be read is for a check to refuse. */
  A attempt(Arrival arrival, Presented presented);

  /** The ordered checks, declared once. */
  List<Check<A>> checks();

  /** Whether this attempt says anything of who it is by. */
  default boolean isReadable(A attempt) {
    return true;
  }

  /** Who this attempt is by. Called only after no check has failed. */
  Claimant identify(A attempt);

  /**
   * How this scheme asks for a credential.
   *
   * @param failure the check that refused a credential of this type just now, or null if none was
   *     refused
   * @return empty if the scheme is not offered in {@code WWW-Authenticate}
   */
  Optional<Challenge> challenge(@Nullable CheckResult failure);

  /**
   * Every way in which this scheme asks for a credential, the one to be preferred first: one for
   * each algorithm, if the scheme has several.
   */
  default List<Challenge> challenges(@Nullable CheckResult failure) {
    return challenge(failure).stream().toList();
  }

  /**
   * The header lines by which this scheme asks for a credential if it has no registered name for
   * {@code WWW-Authenticate}, as message signatures do (RFC 9421 §5).
   *
   * @param arrival the request that is refused
   */
  default List<Header> requests(Arrival arrival) {
    return List.of();
  }
}
