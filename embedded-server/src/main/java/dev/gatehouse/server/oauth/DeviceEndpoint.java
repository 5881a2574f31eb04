package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.identity.Attempts;
import dev.gatehouse.server.oauth.Browsers.Browser;
import dev.gatehouse.server.oauth.DeviceCodes.Device;
import dev.gatehouse.server.oauth.DeviceCodes.State;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /oauth/device} (RFC 8628 §3.3): the page on which a person enters the code that a device
 * shows, and its form: {@code user_code}. It leads to the login and the consent page.
 */
final class DeviceEndpoint implements Endpoint {
  static final String PATH = "/oauth/device";

  private static final String USER_CODE = "user_code";

  private final boolean form;
  private final List<Check<PageAttempt>> checks = new ArrayList<>();
  private final Browsers browsers;
  private final Tickets tickets;
  private final DeviceCodes devices;
  private final Attempts attempts;
  private final Pages pages;

  private DeviceEndpoint(
      boolean form,
      Browsers browsers,
      Tickets tickets,
      DeviceCodes devices,
      Attempts attempts,
      Pages pages) {
    this.form = form;
    this.browsers = browsers;
    this.tickets = tickets;
    this.devices = devices;
    this.attempts = attempts;
    this.pages = pages;
    PageChecks common = new PageChecks(tickets);
    checks.add(common.wellFormed());
    checks.add(form ? common.origin() : common.frame());
    if (form) {
      checks.add(
          check(
                  "device.attempts",
                  "Are there tries left for this address?",
                  "RFC 8628 §5.1",
                  this::triesLeft)
              .because(
                  "The code is short, for people have to type it. So it must not be guessed."));
      checks.add(
          check("device.user-code", "Does a device show this code?", "RFC 8628 §3.3", this::shown)
              .refusedWith(Refusal.of(403)));
    }
  }

  /** The page, and its form. */
  static List<Endpoint> pageAndForm(
      Browsers browsers, Tickets tickets, DeviceCodes devices, Attempts attempts, Pages pages) {
    return List.of(
        new DeviceEndpoint(false, browsers, tickets, devices, attempts, pages),
        new DeviceEndpoint(true, browsers, tickets, devices, attempts, pages));
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
    return form ? "oauth-device" : "oauth-device-page";
  }

  @Override
  public Judgement judge(Arrival arrival, Verification.Run run) {
    PageAttempt attempt = PageAttempt.read(arrival, browsers, tickets);
    Verification verification = run.run(checks, attempt).concludeWithNobody(type());
    Optional<CheckResult> failure = verification.failure();
    if (failure.isPresent()) {
      return new Judgement(verification, refused(attempt, failure.get(), verification));
    }
    return new Judgement(
        verification,
        form ? accepted(attempt) : pages.device(200, userCode(attempt), "", verification));
  }

  private Answer refused(PageAttempt attempt, CheckResult failure, Verification verification) {
    return failure.id().equals("device.user-code")
        ? pages.device(403, userCode(attempt), "No device shows this code.", verification)
        : pages.refused(failure);
  }

  private Answer accepted(PageAttempt attempt) {
    Ticket<Device> device = devices.showing(userCode(attempt)).orElseThrow();
    Browser browser = browsers.findOrBegin(attempt.arrival());
    Pending pending =
        new Pending(
            device.content().clientId(),
            Pending.FOR_DEVICE,
            "",
            device.content().scopes(),
            null,
            null,
            null,
            null,
            null,
            device.digest(),
            userCode(attempt),
            0,
            browser.digest());
    String handle = tickets.issue(Pending.KIND, pending);
    // The consent page sends on who is not logged in.
    Answer answer = Answer.redirect(ConsentEndpoint.PATH + "?request=" + handle);
    return browser.setCookie() == null ? answer : answer.with("Set-Cookie", browser.setCookie());
  }

  private Finding triesLeft(PageAttempt attempt) {
    String expected = "no wait after too many wrong codes";
    Duration wait = attempts.takeForAccount(accountOf(attempt));
    return wait.isZero()
        ? Finding.passed(expected, "none")
        : Finding.failed(expected, wait.toSeconds() + 1 + " seconds to wait")
            .answeredBy(Refusal.later(429, wait.plusSeconds(1)));
  }

  private Finding shown(PageAttempt attempt) {
    String source = attempt.arrival().remoteAddress();
    Optional<Ticket<Device>> device =
        devices
            .showing(userCode(attempt))
            .filter(tickets::isCurrent)
            .filter(ticket -> ticket.content().state() == State.WAITING);
    if (device.isPresent()) {
      attempts.notMadeForAccount(accountOf(attempt));
    } else {
      attempts.failed(accountOf(attempt), source);
    }
    return Finding.of(
            device.isPresent(),
            "the code of a device that waits",
            device.isPresent() ? "one does" : "none does")
        .withSecret(USER_CODE, userCode(attempt));
  }

  /** Wrong codes are counted beside wrong passwords, under a name that no person has. */
  private static String accountOf(PageAttempt attempt) {
    return "device codes from " + attempt.arrival().remoteAddress();
  }

  private static String userCode(PageAttempt attempt) {
    return attempt.parameters().get(USER_CODE).orElse("");
  }
}
