package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.jose.KeySource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Somebody who issues tokens that are taken here. Which one a token has to answer to is chosen by
 * the {@code iss} that it claims; that it is true follows from the signature by one of their keys.
 *
 * @param demands what their tokens have to fulfil
 * @param keys theirs
 * @param outside whether it is another server than this one
 * @param people finds the one whom a token is about, by what it says in its claim for that
 */
record JwtParty(
    JwtDemands demands,
    KeySource keys,
    boolean outside,
    Function<String, Optional<Person>> people) {
  private static final String SUBJECT = "sub";

  /** What outside issuers call a person who may have another name there. */
  private static final String USERNAME = "preferred_username";

  /** The name of the claim that says whom a token is about. */
  String subjectClaim(JwtAttempt attempt) {
    return outside && attempt.claim(USERNAME).isPresent() ? USERNAME : SUBJECT;
  }
}
