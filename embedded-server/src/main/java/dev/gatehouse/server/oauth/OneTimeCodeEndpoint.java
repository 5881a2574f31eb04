package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.TotpAttempt;
import dev.gatehouse.server.authn.TotpChecks;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code /oauth/login/totp}: the page on which a person who has logged in proves a second factor,
 * because the client asks for that (RFC 9470 §5), and its form: {@code request} and {@code totp}.
 */
final class OneTimeCodeEndpoint implements Endpoint {
  static final String PATH = LoginEndpoint.PATH + "/totp";

  private static final String TYPE = "oauth-login-totp";
  private static final String PAGE_TYPE = "oauth-login-totp-page";

  private final boolean form;
  private final List<Check<PageAttempt>> pageChecks = new ArrayList<>();
  private final TotpChecks codes;
  private final Browsers browsers;
  private final Tickets tickets;
  private final Identity identity;
  private final Pages pages;

  private OneTimeCodeEndpoint(
      boolean form,
      Browsers browsers,
      Tickets tickets,
      Identity identity,
      TotpChecks codes,
      Pages pages) {
    this.form = form;
    this.codes = codes;
    this.browsers = browsers;
    this.tickets = tickets;
    this.identity = identity;
    this.pages = pages;
    PageChecks common = new PageChecks(tickets);
    pageChecks.addAll(form ? common.beforeBelieving() : common.beforeShowing());
    pageChecks.add(common.loggedIn());
  }

  /** The page, and its form. */
  static List<Endpoint> pageAndForm(
      Browsers browsers, Tickets tickets, Identity identity, TotpChecks codes, Pages pages) {
    return List.of(
        new OneTimeCodeEndpoint(false, browsers, tickets, identity, codes, pages),
        new OneTimeCodeEndpoint(true, browsers, tickets, identity, codes, pages));
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
    return List.of(
        form ? Listing.of(TYPE, pageChecks, codes.list()) : Listing.of(PAGE_TYPE, pageChecks));
  }

  @Override
  public Judgement judge(Arrival arrival, Verification.Run run) {
    PageAttempt attempt = PageAttempt.read(arrival, browsers, tickets);
    run.run(pageChecks, attempt);
    return form ? judgeForm(attempt, run) : judgePage(attempt, run);
  }

  private Judgement judgePage(PageAttempt attempt, Verification.Run run) {
    Verification verification = run.concludeWithNobody(PAGE_TYPE);
    return new Judgement(
        verification,
        verification
            .failure()
            .map(failure -> refused(attempt, failure, verification))
            .orElseGet(() -> page(200, attempt, "", verification)));
  }

  private Judgement judgeForm(PageAttempt attempt, Verification.Run run) {
    TotpAttempt code = codes.attempt(attempt.arrival(), () -> attempt.person().orElseThrow());
    Verification verification =
        run.run(codes.list(), code).conclude(TYPE, null, () -> identified(attempt, code));
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

  private Claimant identified(PageAttempt attempt, TotpAttempt code) {
    codes.succeeded(code);
    Set<String> methods =
        new TreeSet<>(attempt.browser().orElseThrow().ticket().content().methods());
    methods.add(Assurance.ONE_TIME_CODE);
    return identity
        .person(attempt.person().orElseThrow())
        .orElseThrow()
        .claimant()
        .provedBy(methods);
  }

  private static String message(int status, CheckResult failure) {
    if (status == 429) {
      return "Too many wrong codes. Wait " + failure.actual() + ".";
    }
    return switch (failure.id()) {
      case TotpChecks.WELL_FORMED -> "A code has six digits.";
      case TotpChecks.UNUSED -> "This code was used already. Wait for the next one.";
      default -> "This is not the code that the app shows now.";
    };
  }

  private Answer refused(PageAttempt attempt, CheckResult failure, Verification verification) {
    if (failure.id().equals(PageChecks.LOGGED_IN)) {
      return Answer.redirect(LoginEndpoint.PATH + "?request=" + attempt.handle());
    }
    if (pageChecks.stream().anyMatch(check -> check.id().equals(failure.id()))) {
      return pages.refused(failure);
    }
    Refusal refusal = failure.refusal() == null ? Refusal.of(403) : failure.refusal();
    // A browser would ask by itself if it were 401 (RFC 9110 §15.5.2).
    int status = refusal.status() == 401 ? 403 : refusal.status();
    Answer answer = page(status, attempt, message(status, failure), verification);
    return refusal.retryAfter() == null
        ? answer
        : answer.with("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
  }

  private Answer page(int status, PageAttempt attempt, String message, Verification verification) {
    return pages.oneTimeCode(status, attempt.handle(), message, verification);
  }
}
