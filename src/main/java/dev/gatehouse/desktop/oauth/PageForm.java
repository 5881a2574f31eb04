package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

/**
 * The form of a page, filled in as the person would fill it in.
 *
 * @param request what sending it sends
 * @param purpose what that is for, in a few words
 * @param asksForPassword whether it is where one logs in
 */
record PageForm(Draft request, String purpose, boolean asksForPassword) {
  /** What buttons say that agree to something. */
  private static final Set<String> AGREEING =
      Set.of("allow", "accept", "agree", "authorize", "approve", "yes", "continue", "confirm");

  /**
   * What a person would enter.
   *
   * @param username who they are
   * @param password their password
   * @param userCode what a device shows them (RFC 8628 §3.3); empty if there is none
   */
  record Answers(String username, String password, String userCode) {}

  /** The title of a page, or its address if it has none. */
  static String title(String html, String url) {
    String title = Jsoup.parse(html, url).title();
    return title.isEmpty() ? url : title;
  }

  /** The form of this page; empty if there is none to be sent. */
  static Optional<PageForm> of(String html, String url, Answers answers) {
    Document page = Jsoup.parse(html, url);
    return page.forms().stream()
        .filter(form -> !form.select(":is(input[type=password], button, [type=submit])").isEmpty())
        .findFirst()
        .map(form -> filled(form, url, answers));
  }

  private static PageForm filled(FormElement form, String url, Answers answers) {
    Elements passwords = form.select("input[type=password]");
    boolean login = !passwords.isEmpty();
    Elements codes = form.select("input[name=user_code]");
    if (!answers.userCode().isEmpty()) {
      codes.val(answers.userCode());
    }
    if (login) {
      passwords.val(answers.password());
      form.select("input:not([type]), input[type=text], input[type=email]")
          .not("[name=user_code]")
          .val(answers.username());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (Connection.KeyVal field : form.formData()) {
      fields.put(field.key(), field.value());
    }
    agreeing(form)
        .filter(button -> !button.attr("name").isEmpty())
        .ifPresent(button -> fields.put(button.attr("name"), button.attr("value")));
    String purpose = login ? "log in" : codes.isEmpty() ? "agree" : "enter the code";
    return new PageForm(request(form, url, fields), purpose, login);
  }

  private static Optional<Element> agreeing(FormElement form) {
    Elements buttons = form.select("button:not([type]), button[type=submit], input[type=submit]");
    return buttons.stream()
        .filter(button -> agrees(button.text()) || agrees(button.attr("value")))
        .findFirst()
        .or(() -> buttons.stream().findFirst());
  }

  private static boolean agrees(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    return AGREEING.stream().anyMatch(words::contains);
  }

  private static Draft request(FormElement form, String url, Map<String, String> fields) {
    String action = form.hasAttr("action") ? form.absUrl("action") : url;
    List<Header> page = List.of(new Header("Accept", "text/html"));
    if (!form.attr("method").equalsIgnoreCase("post")) {
      return new Draft("GET", Parameters.added(action, fields), page, new byte[0]);
    }
    return new Draft(
            "POST", action, page, Parameters.write(fields).getBytes(StandardCharsets.UTF_8))
        .withHeader("Content-Type", "application/x-www-form-urlencoded");
  }
}
