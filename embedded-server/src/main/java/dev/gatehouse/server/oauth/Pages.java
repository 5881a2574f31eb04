package dev.gatehouse.server.oauth;

import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Verification;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages for people: plain HTML, which works without any script. */
final class Pages {
  private static final String CONTENT =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";

  /** The login page alone has a script: passkeys cannot be asked for without. */
  private static final String WITH_SCRIPT = CONTENT + "; script-src 'self'; connect-src 'self'";

  private static final Map<String, String> SCOPES = new LinkedHashMap<>();

  static {
    SCOPES.put(Scopes.OPENID, "Know who you are");
    SCOPES.put(Scopes.PROFILE, "Know your name");
    SCOPES.put(Scopes.EMAIL, "Know your email address");
    SCOPES.put(Scopes.OFFLINE_ACCESS, "Do all this also while you are away");
    SCOPES.put("calendars:read", "See your calendars");
    SCOPES.put("calendars:write", "Make, change and delete your calendars");
    SCOPES.put("events:read", "Read your events");
    SCOPES.put("events:write", "Make, change and delete your events");
    SCOPES.put("freebusy:read", "See when you are busy");
    SCOPES.put("sharing:read", "See with whom you share your calendars");
    SCOPES.put("sharing:write", "Share your calendars with others");
    SCOPES.put("users:read", "List everybody, if you are an administrator");
  }

  private final Html html = new Html();

  /** The login page. */
  Answer login(
      int status, String handle, String client, String message, Verification verification) {
    Map<String, String> values = new HashMap<>();
    values.put("request", handle);
    values.put("client", client);
    values.put("messageHtml", alert(message));
    return shown(
        Answer.page(status, html.page("login", "Log in", values)), verification, WITH_SCRIPT);
  }

  /** The page on which a one-time code is entered. */
  Answer oneTimeCode(int status, String handle, String message, Verification verification) {
    Map<String, String> values = Map.of("request", handle, "messageHtml", alert(message));
    return shown(
        Answer.page(status, html.page("code", "Enter a one-time code", values)), verification);
  }

  /** The consent page. */
  Answer consent(
      String handle, Client client, Person person, Pending pending, Verification verification) {
    Map<String, String> values = new HashMap<>();
    values.put("request", handle);
    values.put("client", client.name());
    values.put("person", person.name());
    values.put("whereHtml", where(pending));
    values.put(
        "scopesHtml",
        SCOPES.entrySet().stream()
            .filter(scope -> pending.scopes().contains(scope.getKey()))
            .map(scope -> "<li>" + scope.getValue() + " <code>" + scope.getKey() + "</code></li>")
            .collect(Collectors.joining("\n")));
    return shown(
        Answer.page(200, html.page("consent", client.name() + " asks", values)), verification);
  }

  /** The page on which the code of a device is entered. */
  Answer device(int status, String userCode, String message, Verification verification) {
    return shown(
        Answer.page(
            status,
            html.page(
                "device",
                "Connect a device",
                Map.of("userCode", userCode, "messageHtml", alert(message)))),
        verification);
  }

  /** The page that asks whether to log out. */
  Answer logout(Map<String, String> values, Verification verification) {
    return shown(Answer.page(200, html.page("logout", "Log out", values)), verification);
  }

  /** A page that says something. */
  Answer message(int status, String title, String text) {
    return unframed(
        Answer.page(status, html.page("message", title, Map.of("title", title, "text", text))),
        CONTENT);
  }

  /** A page that says which check has failed. */
  Answer refused(CheckResult failure) {
    int status = failure.refusal() == null ? 400 : failure.refusal().status();
    return message(
        status == 401 || status == 303 ? 400 : status,
        "This cannot go on",
        failure.question()
            + " Expected: "
            + failure.expected()
            + ". Found: "
            + failure.actual()
            + ". ("
            + failure.id()
            + ")");
  }

  private static Answer shown(Answer page, Verification verification) {
    return shown(page, verification, CONTENT);
  }

  /** Pages may not be framed, unless the check that asks for it was taken away. */
  private static Answer shown(Answer page, Verification verification, String content) {
    return verification.takenAwayBy(PageChecks.FRAME).isPresent()
        ? page.with("Content-Security-Policy", content).with("Referrer-Policy", "same-origin")
        : unframed(page, content);
  }

  private static Answer unframed(Answer page, String content) {
    return page.with("Content-Security-Policy", content + "; frame-ancestors 'none'")
        .with("X-Frame-Options", "DENY")
        // Without any referrer browsers call their own page's form one of nowhere (Origin: null).
        .with("Referrer-Policy", "same-origin");
  }

  private static String where(Pending pending) {
    return pending.userCode() == null
        ? "You will be sent to <code>" + Html.escaped(pending.redirectUri()) + "</code>."
        : "Does your device show the code <code>"
            + Html.escaped(pending.userCode())
            + "</code>? If not, somebody else may be asking: choose Deny.";
  }

  private static String alert(String message) {
    return message.isEmpty()
        ? ""
        : "<p class=\"alert\" role=\"alert\">" + Html.escaped(message) + "</p>";
  }
}
