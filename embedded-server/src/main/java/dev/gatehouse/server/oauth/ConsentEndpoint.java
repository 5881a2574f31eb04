package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.oauth.Browsers.Login;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /oauth/consent}: the page on which a person decides, and its form: {@code request} and
 * {@code decision}, which is {@code allow} or {@code deny}.
 */
final class ConsentEndpoint implements Endpoint {
  static final String PATH = "/oauth/consent";

  private static final String ALLOW = "allow";
  private static final Set<String> DECISIONS = Set.of(ALLOW, "deny");

  private final boolean form;
  private final List<Check<PageAttempt>> checks = new ArrayList<>();
  private final Browsers browsers;
  private final Tickets tickets;
  private final Clients clients;
  private final Identity identity;
  private final Responses responses;
  private final DeviceCodes devices;
  private final Pages pages;

  /** What both halves are made of. */
  record Parts(
      Browsers browsers,
      Tickets tickets,
      Clients clients,
      Identity identity,
      Responses responses,
      DeviceCodes devices,
      Pages pages) {}

  private ConsentEndpoint(boolean form, Parts parts) {
    this.form = form;
    this.browsers = parts.browsers();
    this.tickets = parts.tickets();
    this.clients = parts.clients();
    this.identity = parts.identity();
    this.responses = parts.responses();
    this.devices = parts.devices();
    this.pages = parts.pages();
    PageChecks common = new PageChecks(tickets);
    checks.addAll(form ? common.beforeBelieving() : common.beforeShowing());
    checks.add(common.loggedIn());
    checks.add(common.assurance());
    if (form) {
      checks.add(
          check("consent.decision", "What did they decide?", "RFC 6749 §4.1.1", this::decision)
              .refusedWith(Refusal.BAD_REQUEST));
      // Asked last, for it uses the request up.
      checks.add(
          check("consent.once", "Is it decided for the first time?", "RFC 6749 §10.12", this::once)
              .because("Pressed twice, the button must not give away two codes.")
              .refusedWith(Refusal.BAD_REQUEST));
    }
  }

  /** The page, and its form. */
  static List<Endpoint> pageAndForm(Parts parts) {
    return List.of(new ConsentEndpoint(false, parts), new ConsentEndpoint(true, parts));
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
    return List.of(Listing.of(type(), checks));
  }

  private String type() {
    return form ? "oauth-consent" : "oauth-consent-page";
  }

  @Override
  public Judgement judge(Arrival arrival, Verification.Run run) {
    PageAttempt attempt = PageAttempt.read(arrival, browsers, tickets);
    Verification verification =
        run.run(checks, attempt)
            .conclude(
                type(),
                null,
                () ->
                    attempt.person().flatMap(identity::person).map(Person::claimant).orElseThrow());
    return new Judgement(
        verification,
        verification
            .failure()
            .map(failure -> refused(attempt, failure))
            .orElseGet(() -> form ? decided(attempt) : page(attempt, verification)));
  }

  private Answer refused(PageAttempt attempt, CheckResult failure) {
    return switch (failure.id()) {
      case PageChecks.LOGGED_IN ->
          Answer.redirect(LoginEndpoint.PATH + "?request=" + attempt.handle());
      case PageChecks.ASSURANCE ->
          Answer.redirect(OneTimeCodeEndpoint.PATH + "?request=" + attempt.handle());
      default -> pages.refused(failure);
    };
  }

  private Answer page(PageAttempt attempt, Verification verification) {
    Pending pending = attempt.request();
    return pages.consent(
        attempt.handle(),
        clients.find(pending.clientId()).orElseThrow(),
        attempt.person().flatMap(identity::person).orElseThrow(),
        pending,
        verification);
  }

  private Answer decided(PageAttempt attempt) {
    Pending pending = attempt.request();
    boolean allowed = attempt.parameters().get("decision").orElse("").equals(ALLOW);
    String person = attempt.person().orElseThrow();
    Login login = attempt.browser().orElseThrow().ticket().content();
    if (pending.device() != null) {
      devices.decide(pending.device(), allowed, person, login);
      return pages.message(
          200,
          allowed ? "The device is connected" : "The device was refused",
          "You can close this page.");
    }
    return allowed ? responses.allowed(pending, person, login) : responses.denied(pending);
  }

  private Finding decision(PageAttempt attempt) {
    Optional<String> decision = attempt.parameters().get("decision");
    return Finding.of(
        decision.filter(DECISIONS::contains).isPresent(),
        "allow or deny",
        decision.orElse("nothing"));
  }

  private Finding once(PageAttempt attempt) {
    Ticket<Pending> pending = attempt.pending().orElseThrow();
    boolean first = tickets.use(pending);
    return Finding.of(first, "not decided before", first ? "it was not" : "it was");
  }
}
