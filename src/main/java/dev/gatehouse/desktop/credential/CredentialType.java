package dev.gatehouse.desktop.credential;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.trace.CheckResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The caller's half of a scheme: what a person fills in, and how it is put on a request.
 * Implementations carry {@code @AutoService(CredentialType.class)} and have a constructor without
 * parameters.
 */
public interface CredentialType {
  /** The type as in exchange records, for example {@code basic}. */
  String type();

  /** For people to read, for example {@code Basic (name and password)}. */
  String label();

  /** Where it stands in the list; the lowest comes first. */
  int rank();

  /**
   * The scheme of the challenges that it answers (RFC 9110 §11.1), for example {@code Basic}, or
   * the name of the field by which it is asked for if it has none; empty if it answers none.
   */
  default Optional<String> scheme() {
    return Optional.empty();
  }

  /** What a person fills in. */
  List<Field> fields();

  /** The values with which this person of the seed data would be let in, by field name. */
  Map<String, String> valuesFor(DemoPerson person);

  /**
   * The values with which this person would be let in, where what was chosen of several decides
   * what else fits, as an algorithm does for a key. Never call it on the JavaFX thread: a key may
   * have to be made.
   *
   * @param chosen by field name; what is not among them is as in {@link #valuesFor(DemoPerson)}
   */
  default Map<String, String> valuesFor(DemoPerson person, Map<String, String> chosen) {
    return valuesFor(person);
  }

  /**
   * Values that go by the clock, as a one-time code does. They are only shown: where such a field
   * is left empty, {@link #present} computes the value itself.
   *
   * @param values by field name
   * @return empty if there are none
   */
  default Optional<Passing> passing(Map<String, String> values, Instant now) {
    return Optional.empty();
  }

  /**
   * Puts the credential on a request, after sending whatever has to be sent first.
   *
   * @param values by field name
   * @param draft the request without a credential
   * @param wire for the hops that come first, such as a login
   * @return the request with its credential
   * @throws CredentialException if the values do not make a credential
   * @throws InterruptedException if the person cancelled it
   */
  Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException;

  /**
   * What the caller checks of the answers, for a scheme in which the server proves something too.
   *
   * @param values as they were presented
   * @param hops all that was sent and received, in order; at least one
   * @return empty if the answers are taken as they are
   */
  default List<CheckResult> examine(Map<String, String> values, List<Hop> hops) {
    return List.of();
  }

  /**
   * What is going to be sent and checked, for a list of what will be. What comes before anything is
   * checked, as fetching metadata, is left out.
   *
   * @return in order; the call itself comes last
   */
  default List<Leg> plan() {
    return List.of(Leg.call(type()));
  }

  /**
   * The same, where what is filled in decides what is sent.
   *
   * @param values by field name
   * @return in order; the call itself comes last
   */
  default List<Leg> plan(Map<String, String> values) {
    return plan();
  }

  /**
   * The authorization server that is asked before the call.
   *
   * @param values by field name
   * @return its issuer (RFC 8414 §2), for example {@code https://login.example}; empty if none is
   *     asked
   */
  default Optional<String> issuer(Map<String, String> values) {
    return Optional.empty();
  }
}
