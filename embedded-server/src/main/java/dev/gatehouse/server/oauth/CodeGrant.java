package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.oauth.Tickets.Kind;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client redeems the code that the browser brought it (RFC 6749 §4.1.3), and shows that it is the
 * one who asked for it (RFC 7636 §4.5).
 */
final class CodeGrant implements Grant<CodeGrant.Attempt> {
  /**
   * What a code stands for.
   *
   * @param granted what its client gets for it
   * @param redirectUri where it was sent
   * @param challenge the PKCE challenge of the request for it, or null if there was none
   * @param proofKey the thumbprint of the key it is bound to (RFC 9449 §10), or null if it is not
   */
  record Code(
      Granted granted, String redirectUri, @Nullable String challenge, @Nullable String proofKey) {}

  record Attempt(TokenRequest request, String presented, Lookup<Ticket<Code>> stored) {
    Code code() {
      return stored.orElseThrow().content();
    }
  }

  /** Ten minutes at most (RFC 6749 §4.1.2), so that there is time to look at each step. */
  static final Kind<Code> CODES =
      new Kind<>("gh_code_", Code.class, Duration.ofMinutes(10), 10_000);

  private static final Weakness CODE_ANY_CLIENT =
      new Weakness("code-any-client", "lets any client redeem any code");
  private static final Weakness PKCE_OPTIONAL =
      new Weakness("pkce-optional", "redeems a code without asking for the verifier");
  private static final Weakness REUSABLE_CODE =
      new Weakness("reusable-code", "redeems a code as often as it is presented");

  private final Tickets tickets;
  private final Authorizations authorizations;
  private final List<Check<Attempt>> checks =
      List.of(
          check("token.code-known", "Was it issued here?", "RFC 6749 §4.1.3", this::known)
              .refusedWith(OAuthErrors.INVALID_GRANT),
          check("token.code-expiry", "Is it still valid?", "RFC 6749 §4.1.2", this::expiry)
              .because(
                  "It travels through the browser, where much can see it. So it lasts shortly.")
              .refusedWith(OAuthErrors.INVALID_GRANT),
          check(
                  "token.code-client",
                  "Was it issued to this client?",
                  "RFC 6749 §4.1.3",
                  this::client)
              .because("A client must not be able to use what people have granted to another.")
              .refusedWith(OAuthErrors.INVALID_GRANT)
              .removedBy(CODE_ANY_CLIENT),
          check(
                  "token.redirect-uri",
                  "Is it the redirect URI of the request for it?",
                  "RFC 6749 §4.1.3",
                  this::redirectUri)
              .because("A code that was sent elsewhere is not brought here by its owner.")
              .refusedWith(OAuthErrors.INVALID_GRANT)
              .removedBy(CODE_ANY_CLIENT, CodeGrant::isOfAnotherClient),
          check("token.pkce", "Does the client know the verifier?", "RFC 7636 §4.6", this::pkce)
              .because(
                  "Whoever stole the code has not seen the verifier: it never left the client.")
              .refusedWith(OAuthErrors.INVALID_GRANT)
              .removedBy(PKCE_OPTIONAL)
              .removedBy(CODE_ANY_CLIENT, CodeGrant::isOfAnotherClient),
          check(
                  "token.code-key",
                  "Does the client have the key it is bound to?",
                  "RFC 9449 §10",
                  this::key)
              .because("Who stole the code, and the verifier with it, still has not the key.")
              .refusedWith(OAuthErrors.INVALID_GRANT)
              .removedBy(CODE_ANY_CLIENT, CodeGrant::isOfAnotherClient),
          // Asked last, for it uses the code up.
          check("token.code-unused", "Is it the first time?", "RFC 6749 §4.1.2", this::unused)
              .because("A code that comes twice was stolen. Its tokens end, whoever has them.")
              .refusedWith(OAuthErrors.INVALID_GRANT)
              .removedBy(REUSABLE_CODE));

  CodeGrant(Tickets tickets, Authorizations authorizations) {
    this.tickets = tickets;
    this.authorizations = authorizations;
  }

  @Override
  public String grantType() {
    return GrantTypes.CODE;
  }

  @Override
  public String type() {
    return "oauth-code";
  }

  @Override
  public Attempt attempt(TokenRequest request) {
    String code = request.get("code").orElse("");
    return new Attempt(request, code, new Lookup<>(() -> tickets.find(CODES, code)));
  }

  @Override
  public List<Check<Attempt>> checks() {
    return checks;
  }

  private Finding known(Attempt attempt) {
    boolean known = attempt.stored().get().isPresent();
    return Finding.of(known, "a code of this server", known ? "it is one" : "nobody knows it")
        .withSecret("code", attempt.presented());
  }

  private Finding expiry(Attempt attempt) {
    Ticket<Code> ticket = attempt.stored().orElseThrow();
    return Finding.of(
        tickets.isCurrent(ticket), "a time before its end", "it ends at " + ticket.expiresAt());
  }

  private Finding client(Attempt attempt) {
    String issuedTo = attempt.code().granted().clientId();
    String client = attempt.request().knownClient().id();
    return Finding.of(
            issuedTo.equals(client), "the client it was issued to", "issued to " + issuedTo)
        .with("client", client);
  }

  private Finding redirectUri(Attempt attempt) {
    String given = attempt.request().get("redirect_uri").orElse("");
    return Finding.of(
        given.equals(attempt.code().redirectUri()),
        attempt.code().redirectUri(),
        given.isEmpty() ? "no redirect_uri" : given);
  }

  private Finding pkce(Attempt attempt) {
    @Nullable String challenge = attempt.code().challenge();
    String verifier = attempt.request().get("code_verifier").orElse("");
    if (challenge == null) {
      // RFC 9700 §4.8.2: a verifier without a challenge tells that somebody took the challenge
      // away.
      return Finding.of(
          verifier.isEmpty(),
          "no verifier, for the request for it had no challenge",
          verifier.isEmpty() ? "there is none" : "there is one");
    }
    String expected = "the verifier whose S256 is the challenge";
    if (!Pkce.isVerifier(verifier)) {
      return Finding.failed(
              expected, verifier.isEmpty() ? "no code_verifier" : "not written as a verifier")
          .with("code_challenge", challenge);
    }
    boolean fits = Pkce.challengeOf(verifier).equals(challenge);
    return Finding.of(fits, expected, fits ? "it is" : "it is that of another challenge")
        .withSecret("code_verifier", verifier)
        .with("its S256", Pkce.challengeOf(verifier))
        .with("code_challenge", challenge);
  }

  private Finding key(Attempt attempt) {
    return ProofKeyChecks.shown(attempt.code().proofKey(), attempt.request());
  }

  private Finding unused(Attempt attempt) {
    boolean first = tickets.use(attempt.stored().orElseThrow());
    if (!first) {
      authorizations.end(attempt.code().granted().id());
    }
    return Finding.of(
        first, "not redeemed before", first ? "it was not" : "it was, so its tokens have ended");
  }

  @Override
  public Granted granted(Attempt attempt) {
    Granted granted = attempt.code().granted();
    Client client = attempt.request().knownClient();
    return new Granted(
        granted.id(),
        client.id(),
        granted.subject(),
        granted.scopes(),
        granted.authTime(),
        granted.nonce(),
        client.grants().contains(GrantTypes.REFRESH),
        granted.methods(),
        null);
  }

  /** Who redeems another client's code cannot know what that one has kept to itself. */
  private static boolean isOfAnotherClient(Attempt attempt) {
    return attempt
        .stored()
        .get()
        .filter(t -> !t.content().granted().clientId().equals(attempt.request().client().id()))
        .isPresent();
  }
}
