package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.SiteOfOrigin;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.oauth.Browsers.Login;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is asked of the browser before a page is shown, and before its form is believed. */
final class PageChecks {
  /** The check that keeps pages out of frames; what is shown says so only if it was asked. */
  static final String FRAME = "authorize.frame";

  /** The check that asks for a login; who fails it is sent to the login page. */
  static final String LOGGED_IN = "page.logged-in";

  /** The check that asks for as much as the client does; who fails it is asked for a code. */
  static final String ASSURANCE = "page.assurance";

  private static final Weakness FRAMEABLE_CONSENT =
      new Weakness(
          "frameable-consent", "lets a page of others show the consent page in an invisible frame");
  private static final Set<String> FRAMES =
      Set.of("iframe", "frame", "embed", "object", "fencedframe");

  private final Tickets tickets;

  PageChecks(Tickets tickets) {
    this.tickets = tickets;
  }

  /** Before a page is shown. */
  List<Check<PageAttempt>> beforeShowing() {
    return List.of(wellFormed(), request(), frame());
  }

  /** Before a form is believed. */
  List<Check<PageAttempt>> beforeBelieving() {
    return List.of(wellFormed(), request(), origin());
  }

  /** Whether the request can be read. */
  Check<PageAttempt> wellFormed() {
    return Check.<PageAttempt>check(
            "request.well-formed",
            "Can it be read?",
            "RFC 9110 §8.3",
            attempt -> attempt.parameters().finding())
        .refusedWith(Refusal.BAD_REQUEST);
  }

  private Check<PageAttempt> request() {
    return Check.<PageAttempt>check(
            "page.request", "Was it made for this browser?", "RFC 9700 §4.7", this::request)
        .because(
            "The form holds a secret that is good in one browser only, so no stranger's page can send it.")
        .refusedWith(Refusal.BAD_REQUEST);
  }

  /** Whether no stranger's page shows it. */
  Check<PageAttempt> frame() {
    return Check.<PageAttempt>check(
            FRAME, "Is it shown in no other page?", "RFC 9700 §4.16", this::frame)
        .because(
            "In an invisible frame people press a button without knowing that they do: clickjacking.")
        .refusedWith(Refusal.of(403))
        .removedBy(FRAMEABLE_CONSENT);
  }

  /** Whether no stranger's page sends it. */
  Check<PageAttempt> origin() {
    return Check.<PageAttempt>check(
            "page.origin",
            "Does no other site's page send it?",
            "W3C Fetch Metadata",
            attempt -> SiteOfOrigin.isOurs(attempt.arrival()))
        .refusedWith(Refusal.of(403));
  }

  /** Whether it is known who decides. */
  Check<PageAttempt> loggedIn() {
    return Check.<PageAttempt>check(
            LOGGED_IN,
            "Is somebody logged in, and lately enough?",
            "RFC 6749 §3.1",
            attempt -> {
              Optional<String> person = attempt.person();
              return Finding.of(
                  person.isPresent(),
                  "somebody who is logged in",
                  person.orElse("nobody, or too long ago"));
            })
        .refusedWith(OAuthErrors.redirected("login_required"));
  }

  /** Whether they have proved as much as the client asks for. */
  Check<PageAttempt> assurance() {
    return Check.<PageAttempt>check(
            ASSURANCE,
            "Did they prove as much as the client asks for?",
            "RFC 9470 §5",
            attempt -> {
              Login login = attempt.browser().orElseThrow().ticket().content();
              Assurance level = attempt.request().level();
              return Finding.of(
                      login.reaches(level), level.words(), Assurance.of(login.methods()).words())
                  .with("proved (amr)", String.join(" ", new TreeSet<>(login.methods())));
            })
        .because("The tokens will say how they logged in, and APIs go by that.")
        .refusedWith(OAuthErrors.redirected("login_required"));
  }

  private Finding request(PageAttempt attempt) {
    String expected = "a request under way, made for this browser";
    Optional<Ticket<Pending>> pending = attempt.pending().get();
    if (pending.isEmpty()) {
      return Finding.failed(expected, "nobody knows it").withSecret("request", attempt.handle());
    }
    boolean current = tickets.isCurrent(pending.get());
    String browser = attempt.browser().map(Browsers.Browser::digest).orElse("");
    boolean ours = browser.equals(attempt.request().browser());
    return Finding.of(
            current && ours,
            expected,
            !current ? "it is over" : ours ? "it is" : "made for another browser")
        .withSecret("request", attempt.handle());
  }

  private Finding frame(PageAttempt attempt) {
    String destination = attempt.arrival().value("Sec-Fetch-Dest").orElse("");
    boolean framed = FRAMES.contains(destination);
    return Finding.of(
        !framed,
        "a page of its own",
        framed
            ? "the browser is about to show it in an " + destination
            : destination.isEmpty() ? "the browser does not say" : destination);
  }
}
