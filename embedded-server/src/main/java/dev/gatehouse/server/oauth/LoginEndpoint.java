package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.PasswordChecks;
import dev.gatehouse.server.authn.PasswordReading;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.oauth.Browsers.Browser;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Verification;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code /oauth/login}: the page on which a person says who they are, and its form: {@code
 * request}, {@code username} and {@code password}.
 */
final class LoginEndpoint implements Endpoint {
  static final String PATH = "/oauth/login";

  private static final String TYPE = "oauth-login";

  private final boolean form;
  private final List<Check<PageAttempt>> pageChecks;
  private final List<Check<PasswordReading>> passwordChecks;
  private final Browsers browsers;
  private final Tickets tickets;
  private final Clients clients;
  private final Identity identity;
  private final Pages pages;

  private LoginEndpoint(
      boolean form,
      Browsers browsers,
      Tickets tickets,
      Clients clients,
      Identity identity,
      Pages pages) {
    this.form = form;
    this.browsers = browsers;
    this.tickets = tickets;
    this.clients = clients;
    this.identity = identity;
    this.pages = pages;
    PageChecks common = new PageChecks(tickets);
    this.pageChecks = form ? common.beforeBelieving() : common.beforeShowing();
    Check<PasswordReading> wellFormed =
        Check.check(
            "login.well-formed",
            "Does it hold a name and a password?",
            "RFC 9110 §8.3",
            reading -> reading.finding("a name and a password"));
    this.passwordChecks =
        Stream.concat(
                Stream.of(wellFormed),
                new PasswordChecks(identity).list("login", "OWASP ASVS 4.0 V2.4").stream())
            // A browser would ask by itself if it were 401 (RFC 9110 §15.5.2).
            .map(check -> check.refusedWith(Refusal.of(403)))
            .toList();
  }

  /** The page, and its form. */
  static List<LoginEndpoint> pageAndForm(
      Browsers browsers, Tickets tickets, Clients clients, Identity identity, Pages pages) {
    return List.of(
        new LoginEndpoint(false, browsers, tickets, clients, identity, pages),
        new LoginEndpoint(true, browsers, tickets, clients, identity, pages));
  }

  @Override
  public String method() {
    return form ? "POST" : "GET";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public List<Listing> listings() {
    return form
        ? List.of(Listing.of(TYPE, pageChecks, passwordChecks))
        : List.of(Listing.of("oauth-login-page", pageChecks));
  }

  @Override
  public Judgement judge(Arrival arrival, Verification.Run run) {
    PageAttempt attempt = PageAttempt.read(arrival, browsers, tickets);
    run.run(pageChecks, attempt);
    return form ? judgeForm(attempt, run) : judgePage(attempt, run);
  }

  private Judgement judgePage(PageAttempt attempt, Verification.Run run) {
    Verification verification = run.concludeWithNobody("oauth-login-page");
    return new Judgement(
        verification,
        verification
            .failure()
            .map(pages::refused)
            .orElseGet(() -> page(200, attempt, "", verification)));
  }

  private Judgement judgeForm(PageAttempt attempt, Verification.Run run) {
    PasswordReading password = attempt.password();
    Verification verification =
        run.run(passwordChecks, password)
            .conclude(
                TYPE,
                null,
                () ->
                    identity
                        .person(String.valueOf(password.name()))
                        .orElseThrow()
                        .claimant()
                        .provedBy(Set.of(Assurance.PASSWORD)));
    Optional<CheckResult> failure = verification.failure();
    if (failure.isPresent()) {
      return new Judgement(verification, refused(attempt, failure.get(), verification));
    }
    return new Judgement(
        verification, loggedIn(attempt, browsers, tickets, verification.principal().orElseThrow()));
  }

  /** Notes who has logged in, and sends the browser on. */
  static Answer loggedIn(
      PageAttempt attempt, Browsers browsers, Tickets tickets, Principal person) {
    Browser browser = browsers.logIn(attempt.arrival(), person.id(), person.methods());
    tickets.change(attempt.pending().orElseThrow(), attempt.request().in(browser.digest()));
    return Answer.redirect(ConsentEndpoint.PATH + "?request=" + attempt.handle())
        .with("Set-Cookie", String.valueOf(browser.setCookie()));
  }

  private Answer refused(PageAttempt attempt, CheckResult failure, Verification verification) {
    Refusal refusal = failure.refusal() == null ? Refusal.of(403) : failure.refusal();
    if (pageChecks.stream().anyMatch(check -> check.id().equals(failure.id()))) {
      return pages.refused(failure);
    }
    String message =
        switch (refusal.status()) {
          case 429 -> "Too many wrong passwords. Wait " + failure.actual() + ".";
          case 503 -> "Too much is going on. Try again in a moment.";
          default -> "The name or the password is wrong.";
        };
    Answer answer = page(refusal.status(), attempt, message, verification);
    return refusal.retryAfter() == null
        ? answer
        : answer.with("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
  }

  /** The page with this message. */
  Answer page(int status, PageAttempt attempt, String message, Verification verification) {
    String client =
        clients.find(attempt.request().clientId()).map(Client::name).orElse("A program");
    return pages.login(status, attempt.handle(), client, message, verification);
  }
}
