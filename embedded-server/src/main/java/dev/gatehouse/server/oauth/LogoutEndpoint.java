package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Verification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /oauth/logout} (OpenID Connect RP-Initiated Logout 1.0 §2): a client sends the browser
 * here to end the login. Without the ID token of that login the person is asked first.
 */
final class LogoutEndpoint implements Endpoint {
  static final String PATH = "/oauth/logout";

  private static final String REDIRECT_URI = "post_logout_redirect_uri";
  private static final String HINT = "id_token_hint";

  /** The page attempt, and the login that the client means. */
  record Attempt(PageAttempt page, Lookup<ObjectNode> hint) {
    Optional<String> get(String name) {
      return page.parameters().get(name);
    }

    /** Which client it is by: it says so, or its ID token does. */
    Optional<String> clientId() {
      return get("client_id").or(() -> hint.get().map(claims -> claims.path("aud").asText()));
    }

    /** Whether the ID token is of the login that would end. */
    boolean isMeant() {
      Optional<String> person = page.browser().flatMap(browser -> browser.personSince(0));
      return hint.get()
          .map(claims -> claims.path("sub").asText())
          .filter(sub -> person.isEmpty() || person.get().equals(sub))
          .isPresent();
    }
  }

  private final boolean form;
  private final List<Check<Attempt>> checks = new ArrayList<>();
  private final Browsers browsers;
  private final Tickets tickets;
  private final Clients clients;
  private final KnownTokens tokens;
  private final Pages pages;

  private LogoutEndpoint(
      boolean form,
      Browsers browsers,
      Tickets tickets,
      Clients clients,
      KnownTokens tokens,
      Pages pages) {
    this.form = form;
    this.browsers = browsers;
    this.tickets = tickets;
    this.clients = clients;
    this.tokens = tokens;
    this.pages = pages;
    PageChecks common = new PageChecks(tickets);
    checks.add(common.wellFormed().on(Attempt::page));
    checks.add((form ? common.origin() : common.frame()).on(Attempt::page));
    checks.add(
        check("logout.hint", "Is its ID token ours?", "OIDC RP-Initiated Logout §2", this::hint)
            .refusedWith(Refusal.BAD_REQUEST));
    checks.add(
        check(
                "logout.redirect-uri",
                "May the browser be sent there afterwards?",
                "OIDC RP-Initiated Logout §3",
                this::redirectUri)
            .because("Otherwise anybody could use our address to send people to theirs.")
            .refusedWith(Refusal.BAD_REQUEST));
  }

  /** The page, and its form. */
  static List<Endpoint> pageAndForm(
      Browsers browsers, Tickets tickets, Clients clients, KnownTokens tokens, Pages pages) {
    return List.of(
        new LogoutEndpoint(false, browsers, tickets, clients, tokens, pages),
        new LogoutEndpoint(true, browsers, tickets, clients, tokens, pages));
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
    return form ? "oauth-logout" : "oauth-logout-page";
  }

  @Override
  public Judgement judge(Arrival arrival, Verification.Run run) {
    PageAttempt page = PageAttempt.read(arrival, browsers, tickets);
    Attempt attempt =
        new Attempt(page, new Lookup<>(() -> page.parameters().get(HINT).flatMap(tokens::idToken)));
    Verification verification = run.run(checks, attempt).concludeWithNobody(type());
    return new Judgement(
        verification,
        verification
            .failure()
            .map(pages::refused)
            .orElseGet(
                () ->
                    form || attempt.isMeant()
                        ? loggedOut(attempt)
                        : pages.logout(fields(attempt), verification)));
  }

  private Answer loggedOut(Attempt attempt) {
    Map<String, String> parameters = new LinkedHashMap<>();
    attempt.get("state").ifPresent(state -> parameters.put("state", state));
    return attempt
        .get(REDIRECT_URI)
        .map(
            uri ->
                parameters.isEmpty()
                    ? Answer.redirect(uri)
                    : Answer.redirect(RedirectUris.with(uri, '?', parameters)))
        .orElseGet(() -> pages.message(200, "You are logged out", "You can close this page."))
        .with("Set-Cookie", browsers.logOut(attempt.page().arrival()));
  }

  private static Map<String, String> fields(Attempt attempt) {
    Map<String, String> fields = new HashMap<>();
    attempt.clientId().ifPresent(id -> fields.put("clientId", id));
    attempt.get(REDIRECT_URI).ifPresent(uri -> fields.put("redirectUri", uri));
    attempt.get("state").ifPresent(state -> fields.put("state", state));
    return fields;
  }

  private Finding hint(Attempt attempt) {
    String expected = "an ID token of this server, if one is sent";
    if (attempt.get(HINT).isEmpty()) {
      return Finding.passed(expected, "none is sent");
    }
    boolean ours = attempt.hint().get().isPresent();
    return Finding.of(ours, expected, ours ? "it is" : "it is not")
        .withSecret(HINT, attempt.get(HINT).orElseThrow());
  }

  private Finding redirectUri(Attempt attempt) {
    String expected = "a registered redirect URI of the client, if one is sent";
    Optional<String> uri = attempt.get(REDIRECT_URI);
    if (uri.isEmpty()) {
      return Finding.passed(expected, "none is sent");
    }
    Optional<Client> client = attempt.clientId().flatMap(clients::find);
    return Finding.of(
        client.filter(one -> RedirectUris.areRegistered(one, uri.get())).isPresent(),
        expected,
        uri.get() + (client.isEmpty() ? ", and it does not say which client it is" : ""));
  }
}
