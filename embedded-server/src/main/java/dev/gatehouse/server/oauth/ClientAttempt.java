package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.StrictJson;
import dev.gatehouse.server.trace.Claimant;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of which client it is by (RFC 6749 §2.3).
 *
 * @param id the client's identifier, or null if it does not say
 * @param secret its secret, or null if none came
 * @param assertion its signed statement (RFC 7523 §2.2), or null if none came
 * @param certificates what it has shown on the connection, its own first; empty if nothing
 * @param methods the ways in which it proves who it is, as many as came
 * @param flaw what cannot be read in it, in words; empty if all can
 * @param client who it is, if it is known
 */
record ClientAttempt(
    @Nullable String id,
    @Nullable String secret,
    @Nullable String assertion,
    List<X509Certificate> certificates,
    List<ClientMethod> methods,
    String flaw,
    Lookup<Client> client) {
  /** What an assertion must say that it is (RFC 7523 §2.2). */
  static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private static final String BASIC = "Basic ";

  ClientAttempt {
    certificates = List.copyOf(certificates);
    methods = List.copyOf(methods);
  }

  /** Reads a request. */
  static ClientAttempt read(Arrival arrival, Parameters parameters, Clients clients) {
    List<ClientMethod> methods = new ArrayList<>();
    @Nullable String id = parameters.get("client_id").orElse(null);
    @Nullable String secret = parameters.get("client_secret").orElse(null);
    @Nullable String assertion = parameters.get("client_assertion").orElse(null);
    String flaw = "";
    if (secret != null) {
      methods.add(ClientMethod.POST);
    }
    if (assertion != null) {
      methods.add(ClientMethod.PRIVATE_KEY_JWT);
      Optional<String> subject = subjectOf(assertion);
      flaw = subject.isEmpty() ? "an assertion that cannot be read" : flaw;
      String type = parameters.get("client_assertion_type").orElse("");
      flaw = type.equals(ASSERTION_TYPE) ? flaw : "an assertion of another type";
      flaw = contradicts(id, subject.orElse(null)) ? "two different clients" : flaw;
      id = subject.orElse(id);
    }
    for (String header : arrival.values("Authorization")) {
      methods.add(ClientMethod.BASIC);
      String @Nullable [] pair = basic(header);
      if (pair == null) {
        flaw = "an Authorization header that is not Basic with an identifier and a secret";
        continue;
      }
      flaw = contradicts(id, pair[0]) ? "two different clients" : flaw;
      id = pair[0];
      secret = pair[1];
    }
    @Nullable String said = id;
    Lookup<Client> client = new Lookup<>(() -> Optional.ofNullable(said).flatMap(clients::find));
    if (methods.isEmpty()) {
      methods.add(byConnection(arrival, client.get()));
    }
    return new ClientAttempt(id, secret, assertion, arrival.certificates(), methods, flaw, client);
  }

  /** The way in which it proves who it is, if that is one only. */
  ClientMethod method() {
    return methods.get(0);
  }

  /** The HTTP authentication scheme, or null if it came without. */
  @Nullable String scheme() {
    return methods.contains(ClientMethod.BASIC) ? "Basic" : null;
  }

  /** Who it is, once that is proved. */
  Claimant claimant() {
    Client proved = client.orElseThrow();
    return new Claimant(proved.id(), Set.of(Client.ROLE), proved.scopes());
  }

  /**
   * A certificate proves who the client is if that is what it is registered for. Others show one
   * only to have their tokens bound to it (RFC 8705 §3).
   */
  private static ClientMethod byConnection(Arrival arrival, Optional<Client> client) {
    boolean registered = client.filter(one -> one.methods().contains(ClientMethod.TLS)).isPresent();
    return registered && !arrival.certificates().isEmpty() ? ClientMethod.TLS : ClientMethod.NONE;
  }

  private static boolean contradicts(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !one.equals(other);
  }

  /** Identifier and secret, each encoded as in a form (RFC 6749 §2.3.1); null if it is not that. */
  private static String @Nullable [] basic(String header) {
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return null;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return pair.length < 2
          ? null
          : new String[] {
            URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
            URLDecoder.decode(pair[1], StandardCharsets.UTF_8)
          };
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static Optional<String> subjectOf(String assertion) {
    try {
      byte[] payload = CompactJws.read(assertion).payload();
      return Optional.ofNullable(
          StrictJson.object(payload, "the assertion").path("sub").textValue());
    } catch (JoseException unreadable) {
      return Optional.empty();
    }
  }
}
