package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.PasskeyCeremonies;
import dev.gatehouse.server.authn.WebauthnAttempt;
import dev.gatehouse.server.authn.WebauthnAuthenticator;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Verification;
import java.util.List;

/**
 * {@code /oauth/login/passkey}: the other form of the login page, {@code request} and {@code
 * credential}. A script fills it in, with what the browser's {@code navigator.credentials.get}
 * gave.
 */
final class PasskeyLoginEndpoint implements Endpoint {
  static final String PATH = LoginEndpoint.PATH + "/passkey";

  private static final String TYPE = "oauth-login-passkey";
  private static final String CREDENTIAL = "credential";

  private final List<Check<PageAttempt>> pageChecks;
  private final WebauthnAuthenticator passkeys;
  private final Browsers browsers;
  private final Tickets tickets;
  private final LoginEndpoint page;
  private final Pages pages;

  /**
   * The form of this page.
   *
   * @param page the login page, which is shown again after a refusal
   */
  PasskeyLoginEndpoint(
      Browsers browsers,
      Tickets tickets,
      Identity identity,
      PasskeyCeremonies ceremonies,
      LoginEndpoint page,
      Pages pages) {
    this.pageChecks = new PageChecks(tickets).beforeBelieving();
    this.passkeys = new WebauthnAuthenticator(identity, ceremonies);
    this.browsers = browsers;
    this.tickets = tickets;
    this.page = page;
    this.pages = pages;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public List<Listing> listings() {
    return List.of(Listing.of(TYPE, pageChecks, passkeys.assertionChecks()));
  }

  @Override
  public Judgement judge(Arrival arrival, Verification.Run run) {
    PageAttempt attempt = PageAttempt.read(arrival, browsers, tickets);
    WebauthnAttempt assertion =
        passkeys.attempt(arrival, attempt.parameters().get(CREDENTIAL).orElse(""));
    Verification verification =
        run.run(pageChecks, attempt)
            .run(passkeys.assertionChecks(), assertion)
            .conclude(TYPE, null, () -> passkeys.identify(assertion));
    return new Judgement(
        verification,
        verification
            .failure()
            .map(failure -> refused(attempt, failure, verification))
            .orElseGet(
                () ->
                    LoginEndpoint.loggedIn(
                        attempt, browsers, tickets, verification.principal().orElseThrow())));
  }

  private Answer refused(PageAttempt attempt, CheckResult failure, Verification verification) {
    if (pageChecks.stream().anyMatch(check -> check.id().equals(failure.id()))) {
      return pages.refused(failure);
    }
    String message = "The passkey was refused: " + failure.actual() + ". (" + failure.id() + ")";
    // A browser would ask by itself if it were 401 (RFC 9110 §15.5.2).
    return page.page(403, attempt, message, verification);
  }
}
