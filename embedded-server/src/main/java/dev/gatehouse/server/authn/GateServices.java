package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.jose.TokenIssuer;
import java.time.Clock;

/**
 * What authenticators are made of.
 *
 * @param identity people and their stored credentials
 * @param issuer this server's keys, its issuer name and the audience it accepts
 * @param clock the time by which lifetimes are judged
 */
public record GateServices(Identity identity, TokenIssuer issuer, Clock clock) {}
