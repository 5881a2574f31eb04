package dev.gatehouse.server.oauth;

import org.jspecify.annotations.Nullable;

/**
 * A registered program and what it proves itself with.
 *
 * @param client the program
 * @param secret its secret, or null if it has none
 * @param privateKey the JWK of the private key with which it signs, or null likewise
 */
public record SeededClient(Client client, @Nullable String secret, @Nullable String privateKey) {}
