package dev.gatehouse.server.identity;

import java.time.Instant;

/**
 * What is stored of a passkey (WebAuthn §4, credential record): nothing in it is secret.
 *
 * @param credentialId its public name, base64url
 * @param personId whose it is
 * @param userHandle the name under which the authenticator knows that person, base64url
 * @param publicKey the public key as CBOR (RFC 9052 §7)
 * @param counter how often it says it has signed (WebAuthn §6.1.1); stays 0 if it does not count
 * @param backupEligible whether it may be copied to other devices (WebAuthn §6.1.3)
 * @param createdAt when it was registered
 */
public record Passkey(
    String credentialId,
    String personId,
    String userHandle,
    byte[] publicKey,
    long counter,
    boolean backupEligible,
    Instant createdAt) {}
