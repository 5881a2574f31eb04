package dev.gatehouse.server.jose;

/** The server's own keys and the tokens it issues. */
public final class TokenIssuer {}
