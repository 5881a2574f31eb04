package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;
import static java.util.Objects.requireNonNull;

import dev.gatehouse.server.authn.PasswordChecks;
import dev.gatehouse.server.authn.PasswordReading;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program sends the password that a person has told it (RFC 6749 §4.3). RFC 9700 §2.4 forbids it:
 * here a check before this one refuses it, unless a weakness takes that away.
 */
final class PasswordGrant implements Grant<PasswordGrant.Attempt> {
  /** The request, with the password in it. */
  record Attempt(TokenRequest request, PasswordReading password) {}

  private final List<Check<Attempt>> checks = new ArrayList<>();

  PasswordGrant(Identity identity) {
    checks.add(
        check(
                "token.password-well-formed",
                "Does it hold a name and a password?",
                "RFC 6749 §4.3.2",
                this::wellFormed)
            .refusedWith(OAuthErrors.INVALID_REQUEST));
    new PasswordChecks(identity)
        .list("token", "RFC 6749 §4.3.2")
        .forEach(
            check ->
                checks.add(
                    check
                        .refusedWith(new Refusal(400, "invalid_grant", null))
                        .on(Attempt::password)));
    checks.add(
        check("token.scope", "May the client ask for that?", "RFC 6749 §3.3", this::scope)
            .refusedWith(OAuthErrors.INVALID_SCOPE));
  }

  @Override
  public String grantType() {
    return GrantTypes.PASSWORD;
  }

  @Override
  public String type() {
    return "oauth-password";
  }

  @Override
  public Attempt attempt(TokenRequest request) {
    String name = request.get("username").orElse("");
    String password = request.get("password").orElse("");
    boolean missing = name.isEmpty() || password.isEmpty();
    return new Attempt(
        request,
        missing
            ? PasswordReading.unreadable(request.arrival(), "", "a form without both of them")
            : PasswordReading.of(request.arrival(), "", name, password));
  }

  @Override
  public List<Check<Attempt>> checks() {
    return checks;
  }

  private Finding wellFormed(Attempt attempt) {
    return attempt.password().finding("username and password");
  }

  private Finding scope(Attempt attempt) {
    Set<String> allowed = attempt.request().knownClient().scopes();
    Set<String> beyond = Scopes.beyond(asked(attempt), allowed);
    return Finding.of(
        beyond.isEmpty(),
        "some of " + Scopes.text(allowed),
        beyond.isEmpty() ? Scopes.text(asked(attempt)) : "also " + Scopes.text(beyond));
  }

  @Override
  public Granted granted(Attempt attempt) {
    return new Granted(
        "",
        attempt.request().knownClient().id(),
        requireNonNull(attempt.password().name()),
        asked(attempt),
        null,
        null,
        false);
  }

  @Override
  public Map<String, Object> claims(Attempt attempt) {
    return LoginLevel.claims(Set.of(Assurance.PASSWORD));
  }

  private static Set<String> asked(Attempt attempt) {
    return attempt
        .request()
        .get("scope")
        .map(SpacedWords::in)
        .orElseGet(() -> attempt.request().knownClient().scopes());
  }
}
