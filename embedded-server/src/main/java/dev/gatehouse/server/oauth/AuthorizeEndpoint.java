package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.oauth.Browsers.Browser;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Verification;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /oauth/authorize}, by GET or by POST (RFC 6749 §3.1): a client sends the browser here. If
 * the request is right, the browser goes on to the login page, or to the consent page if somebody
 * is logged in.
 */
final class AuthorizeEndpoint implements Endpoint {
  static final String PATH = "/oauth/authorize";

  private static final String TYPE = "oauth-authorize";

  private final boolean form;
  private final List<Check<AuthorizeAttempt>> checks = new ArrayList<>();
  private final Clients clients;
  private final Browsers browsers;
  private final Tickets tickets;
  private final Responses responses;
  private final Pages pages;
  private final Identity identity;
  private final Clock clock;

  /**
   * The endpoint.
   *
   * @param form whether this is the half that takes the parameters as a form
   */
  AuthorizeEndpoint(
      boolean form,
      Clients clients,
      Browsers browsers,
      Tickets tickets,
      Responses responses,
      Pages pages,
      Identity identity,
      Clock clock) {
    this.form = form;
    this.clients = clients;
    this.browsers = browsers;
    this.tickets = tickets;
    this.responses = responses;
    this.pages = pages;
    this.identity = identity;
    this.clock = clock;
    AuthorizeChecks common = new AuthorizeChecks(tickets);
    checks.addAll(common.whereTo());
    checks.addAll(common.what());
    checks.add(
        check(
                "authorize.prompt",
                "May the person be asked, if they have to be?",
                "OIDC Core §3.1.2.1",
                this::prompt)
            .refusedWith(OAuthErrors.redirected("login_required")));
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
    return List.of(Listing.of(TYPE, checks));
  }

  @Override
  public Judgement judge(Arrival arrival, Verification.Run run) {
    Parameters sent = form ? Parameters.ofForm(arrival) : Parameters.ofQuery(arrival);
    AuthorizeAttempt attempt =
        new AuthorizeAttempt(
            arrival,
            sent,
            new Lookup<>(() -> sent.get("client_id").flatMap(clients::find)),
            new Lookup<>(
                () ->
                    sent.get(AuthorizeAttempt.REQUEST_URI)
                        .flatMap(name -> tickets.find(PushedRequest.KIND, name))),
            browsers.find(arrival));
    run.run(checks, attempt);
    Optional<String> person = attempt.browser().flatMap(browser -> browser.personSince(0));
    Verification verification =
        person.isPresent()
            ? run.conclude(TYPE, null, () -> identity.person(person.get()).orElseThrow().claimant())
            : run.concludeWithNobody(TYPE);
    return new Judgement(
        verification,
        verification
            .failure()
            .map(failure -> refused(attempt, failure))
            .orElseGet(() -> accepted(attempt)));
  }

  private Answer refused(AuthorizeAttempt attempt, CheckResult failure) {
    boolean redirected = failure.refusal() != null && failure.refusal().status() == 303;
    return redirected ? responses.refused(attempt, failure) : pages.refused(failure);
  }

  private Answer accepted(AuthorizeAttempt attempt) {
    Browser browser = browsers.findOrBegin(attempt.arrival());
    Pending pending = pending(attempt, browser);
    Optional<String> person = browser.personSince(pending.loginAfter());
    if (attempt.prompts("none")) {
      return responses.allowed(pending, person.orElseThrow(), browser.ticket().content());
    }
    String handle = tickets.issue(Pending.KIND, pending);
    Answer answer =
        Answer.redirect(
            (person.isPresent() ? ConsentEndpoint.PATH : LoginEndpoint.PATH)
                + "?request="
                + handle);
    return browser.setCookie() == null ? answer : answer.with("Set-Cookie", browser.setCookie());
  }

  private Pending pending(AuthorizeAttempt attempt, Browser browser) {
    return new Pending(
        attempt.client().orElseThrow().id(),
        attempt.responseType(),
        attempt.redirectUri(),
        attempt.scopes(),
        attempt.get("state").orElse(null),
        attempt.get("nonce").orElse(null),
        attempt.get("code_challenge").orElse(null),
        attempt.get(ProofKeyChecks.PARAMETER).orElse(null),
        LoginLevel.wanted(attempt).map(Assurance::text).orElse(null),
        null,
        null,
        loginAfter(attempt),
        browser.digest());
  }

  /** When the person must have logged in at the earliest (OpenID Connect Core §3.1.2.1). */
  private long loginAfter(AuthorizeAttempt attempt) {
    long now = clock.instant().getEpochSecond();
    if (attempt.prompts("login") || attempt.prompts("select_account")) {
      return now;
    }
    return attempt
        .get("max_age")
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> now - Long.parseLong(text))
        .orElse(0L);
  }

  private Finding prompt(AuthorizeAttempt attempt) {
    String expected = "somebody who is logged in and has agreed before, if nobody may be asked";
    if (!attempt.prompts("none")) {
      return Finding.passed(expected, "they may be asked");
    }
    Optional<String> person =
        attempt.browser().flatMap(browser -> browser.personSince(loginAfter(attempt)));
    if (person.isEmpty()) {
      return Finding.failed(expected, "nobody is logged in");
    }
    Assurance level = LoginLevel.wanted(attempt).orElse(Assurance.ONE_FACTOR);
    if (!attempt.browser().orElseThrow().ticket().content().reaches(level)) {
      return Finding.failed(expected, person.get() + " has to prove " + level.words());
    }
    Client client = attempt.client().orElseThrow();
    return responses.isAgreed(client, person.get(), attempt.scopes())
        ? Finding.passed(expected, person.get() + " has agreed before")
        : Finding.failed(expected, person.get() + " has to be asked")
            .answeredBy(OAuthErrors.redirected("consent_required"));
  }
}
