package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.oauth.Browsers.Login;
import dev.gatehouse.server.oauth.CodeGrant.Code;
import dev.gatehouse.server.oauth.Tickets.Kind;
import dev.gatehouse.server.trace.CheckResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to the client through the browser (RFC 6749 §4.1.2). Every answer says who gives
 * it, so that a client of several servers does not take one for another (RFC 9207).
 */
final class Responses {
  private static final Kind<String> AGREED =
      new Kind<>("agreed ", String.class, Duration.ofDays(30), 10_000);

  private final Tickets tickets;
  private final OAuthTokens tokens;
  private final String issuer;

  Responses(Tickets tickets, OAuthTokens tokens, TokenIssuer issuer) {
    this.tickets = tickets;
    this.tokens = tokens;
    this.issuer = issuer.issuer();
  }

  /**
   * What a person has agreed to: a code, or an access token where the implicit grant is allowed.
   */
  Answer allowed(Pending pending, String personId, Login login) {
    remember(pending, personId);
    boolean code = pending.responseType().equals("code");
    Granted granted =
        new Granted(
                Authorizations.newId(),
                pending.clientId(),
                personId,
                pending.scopes(),
                login.at(),
                pending.nonce(),
                code)
            .provedBy(login.methods());
    Map<String, String> parameters = new LinkedHashMap<>();
    if (code) {
      Code stored =
          new Code(granted, pending.redirectUri(), pending.challenge(), pending.proofKey());
      parameters.put("code", tickets.issue(CodeGrant.CODES, granted.id(), stored));
    } else {
      tokens
          .answer(granted.withoutNonce(), granted, Map.of(), Map.of())
          .properties()
          .forEach(member -> parameters.put(member.getKey(), member.getValue().asText()));
    }
    return sent(pending.redirectUri(), code ? '?' : '#', pending.state(), parameters);
  }

  /** What a person has not agreed to (RFC 6749 §4.1.2.1). */
  Answer denied(Pending pending) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", "access_denied");
    return sent(
        pending.redirectUri(),
        pending.responseType().equals("code") ? '?' : '#',
        pending.state(),
        parameters);
  }

  /** What was not even shown to a person, because of this check. */
  Answer refused(AuthorizeAttempt attempt, CheckResult failure) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", OAuthErrors.codeOf(failure));
    parameters.put("error_description", OAuthErrors.descriptionOf(failure));
    return sent(attempt.redirectUri(), '?', attempt.get("state").orElse(null), parameters);
  }

  /**
   * Whether this person has agreed to all that before, and in this client's case need not again.
   */
  boolean isAgreed(Client client, String personId, Set<String> scopes) {
    // Anybody can call in the name of a public client, so it is asked about each time (RFC 8252
    // §8.6).
    return client.isConfidential()
        && tickets
            .find(AGREED, nameOf(client.id(), personId))
            .filter(agreed -> Scopes.beyond(scopes, SpacedWords.in(agreed.content())).isEmpty())
            .isPresent();
  }

  private void remember(Pending pending, String personId) {
    String name = nameOf(pending.clientId(), personId);
    tickets.find(AGREED, name).ifPresent(tickets::remove);
    tickets.store(AGREED, name, "", Scopes.text(pending.scopes()));
  }

  private static String nameOf(String clientId, String personId) {
    return AGREED.prefix() + clientId + " " + personId;
  }

  private Answer sent(
      String redirectUri, char separator, @Nullable String state, Map<String, String> parameters) {
    Optional.ofNullable(state).ifPresent(value -> parameters.put("state", value));
    parameters.put("iss", issuer);
    return Answer.redirect(RedirectUris.with(redirectUri, separator, parameters));
  }
}
