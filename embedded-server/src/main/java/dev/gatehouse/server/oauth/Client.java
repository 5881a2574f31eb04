package dev.gatehouse.server.oauth;

import dev.gatehouse.server.identity.Person;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that is registered here (RFC 7591 §2).
 *
 * @param id its identifier, {@code client_id}
 * @param name what people are told it is called
 * @param methods how it may prove who it is
 * @param secretDigest what is stored of its secret, or null if it has none
 * @param publicKey the public JWK of the key with which it signs, or null if it has none
 * @param certificateName the name in its certificate, {@code tls_client_auth_san_dns} (RFC 8705
 *     §2.1.2), or null if it has none
 * @param redirectUris where it may have people sent back to
 * @param grants what it may come for tokens with, for example {@code authorization_code}
 * @param scopes what it may ask for
 */
public record Client(
    String id,
    String name,
    Set<ClientMethod> methods,
    @Nullable String secretDigest,
    @Nullable String publicKey,
    @Nullable String certificateName,
    List<String> redirectUris,
    Set<String> grants,
    Set<String> scopes) {
  /** The role of a client that acts for itself. */
  public static final String ROLE = "client";

  public Client {
    methods = Set.copyOf(methods);
    redirectUris = List.copyOf(redirectUris);
    grants = Set.copyOf(grants);
    scopes = Set.copyOf(scopes);
  }

  /** The same client, signing with the key whose public JWK this is. */
  Client signingWith(String jwk) {
    return new Client(
        id, name, methods, secretDigest, jwk, certificateName, redirectUris, grants, scopes);
  }

  /** Whether it proves who it is at all. */
  public boolean isConfidential() {
    return !methods.contains(ClientMethod.NONE);
  }

  /**
   * Who it is when it acts for itself. It owns no calendar, and nobody can share one with it, for
   * it is none of the people.
   */
  Person asPerson() {
    return new Person(id, name, "", Set.of(ROLE));
  }
}
