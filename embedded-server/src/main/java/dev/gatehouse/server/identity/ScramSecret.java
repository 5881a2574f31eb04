package dev.gatehouse.server.identity;

import dev.gatehouse.server.scram.ScramVerifier;

/**
 * What is stored of a password for SCRAM (RFC 5802 §3).
 *
 * @param personId whose it is
 * @param isKnown false if there is no such person and all of this was made up
 * @param salt what is hashed with the password
 * @param iterations how often it is hashed
 * @param verifier what is compared
 */
public record ScramSecret(
    String personId, boolean isKnown, byte[] salt, int iterations, ScramVerifier verifier) {}
