package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Verification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A browser whose every step is seen: it follows each redirect as a hop of its own, fills in the
 * login and the consent form as the person would, and keeps cookies for one run only. It runs no
 * script.
 */
public final class BuiltInBrowser implements UserAgent {
  private static final int MOST_PAGES = 30;
  private static final int OK = 200;
  private static final int REDIRECTED = 300;
  private static final int REFUSED = 400;

  /** Asked when a browser without scripts comes to a page on which there is nothing to press. */
  private static final List<Check<String>> LEADS_ON =
      List.of(
          Check.check(
              "client.page",
              "Does this page lead back to the program?",
              "RFC 6749 §4.1",
              found -> Finding.failed("a redirect, or a form that can be filled in", found)));

  private final PageForm.Answers person;
  private final CookieJar jar = new CookieJar();

  /**
   * A browser in front of this person.
   *
   * @param username who they are
   * @param password what they log in with
   */
  public BuiltInBrowser(String username, String password) {
    this.person = new PageForm.Answers(username, password, "");
  }

  @Override
  public String visit(String url, Redirection redirection, Wire wire)
      throws FlowException, InterruptedException {
    Walk walk = new Walk(wire, person);
    Optional<String> back = walk.from(url, redirection::isMeant);
    if (back.isEmpty()) {
      throw walk.stuck();
    }
    if (!redirection.isListening()) {
      return back.get();
    }
    Hop returned = wire.send(Between.RETURN, "return", page(back.get()));
    if (returned.status() != OK) {
      throw new FlowException("The browser did not come back to the program.");
    }
    return redirection.await().request().url();
  }

  @Override
  public void connect(Device device, Wire wire) throws FlowException, InterruptedException {
    Walk walk =
        new Walk(
            wire, new PageForm.Answers(person.username(), person.password(), device.userCode()));
    walk.from(device.page(), url -> false);
    if (walk.refused) {
      throw walk.stuck();
    }
  }

  private static Draft page(String url) {
    return new Draft("GET", url, List.of(new Header("Accept", "text/html")), new byte[0]);
  }

  /** Tells whether an address is where the browser is to stop. */
  private interface End {
    boolean isAt(String url);
  }

  /** From page to page. */
  private final class Walk {
    private final Wire wire;
    private final PageForm.Answers answers;
    private String seen = "no page";
    private boolean refused;

    Walk(Wire wire, PageForm.Answers answers) {
      this.wire = wire;
      this.answers = answers;
    }

    /** The address at which it is to stop; empty if there is a page with nothing to press first. */
    Optional<String> from(String start, End end) throws FlowException, InterruptedException {
      Draft next = page(start);
      Between between = Between.BROWSING;
      String purpose = "open the page";
      for (int pages = 0; pages < MOST_PAGES; pages++) {
        Hop hop = wire.send(between, purpose, jar.added(next));
        jar.keep(hop);
        Optional<String> location = location(hop);
        if (location.filter(end::isAt).isPresent()) {
          return location;
        }
        Optional<PageForm> form = location.isPresent() ? Optional.empty() : form(hop);
        if (location.isEmpty() && form.isEmpty()) {
          return Optional.empty();
        }
        if (form.filter(PageForm::asksForPassword).isPresent() && person.username().isEmpty()) {
          throw new FlowException(
              "The page asks who you are. Write a name and a password for the built-in browser, or choose your own.");
        }
        next = form.map(PageForm::request).orElseGet(() -> page(location.orElseThrow()));
        between = form.isPresent() ? Between.BY_HAND : Between.BROWSING;
        purpose = form.map(PageForm::purpose).orElse("redirect");
      }
      seen = "more than " + MOST_PAGES + " pages";
      return Optional.empty();
    }

    /** What a person can send from here. Nobody sends a wrong password twice. */
    private Optional<PageForm> form(Hop hop) {
      refused = hop.status() == 0 || hop.status() >= REFUSED;
      String html = new String(hop.body(), StandardCharsets.UTF_8);
      String url = hop.request().url();
      seen = hop.status() == 0 ? "no answer" : "“" + PageForm.title(html, url) + "”";
      return refused ? Optional.empty() : PageForm.of(html, url, answers);
    }

    /** The reason to stop. What a server refuses, it has said itself. */
    FlowException stuck() {
      if (!refused) {
        wire.examined(
            Verification.begin(weakness -> false)
                .run(LEADS_ON, seen)
                .concludeWithNobody()
                .checks());
      }
      return new FlowException("The browser cannot go on from " + seen);
    }
  }

  private static Optional<String> location(Hop hop) {
    if (hop.status() < REDIRECTED || hop.status() >= REFUSED) {
      return Optional.empty();
    }
    @Nullable HttpUrl url = HttpUrl.parse(hop.request().url());
    return hop.header("Location")
        .map(
            location -> {
              @Nullable HttpUrl resolved = url == null ? null : url.resolve(location);
              return resolved == null ? location : resolved.toString();
            });
  }
}
