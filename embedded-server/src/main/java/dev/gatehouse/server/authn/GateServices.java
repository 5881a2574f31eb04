package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.DemoCertificates;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.trust.TrustedIssuer;
import dev.gatehouse.server.webauthn.RelyingParty;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What authenticators are made of.
 *
 * @param identity people and their stored credentials
 * @param subjects whom a signed token can be about: people, and clients that act for themselves
 * @param issuer this server's keys, its issuer name and the audience it accepts
 * @param trusted other issuers whose signed tokens are taken
 * @param certificates those that people can show, and who has issued them
 * @param passkeys what browsers are asked before they use one
 * @param clock the time by which lifetimes are judged
 */
public record GateServices(
    Identity identity,
    Function<String, Optional<Person>> subjects,
    TokenIssuer issuer,
    List<TrustedIssuer> trusted,
    DemoCertificates certificates,
    PasskeyCeremonies passkeys,
    Clock clock) {
  public GateServices {
    trusted = List.copyOf(trusted);
  }

  /** The same where signed tokens are about people alone. */
  public GateServices(Identity identity, TokenIssuer issuer, Clock clock) {
    this(
        identity,
        identity::person,
        issuer,
        List.of(),
        new DemoCertificates(clock),
        new PasskeyCeremonies(RelyingParty.servedAt(URI.create(issuer.issuer())), identity, clock),
        clock);
  }
}
