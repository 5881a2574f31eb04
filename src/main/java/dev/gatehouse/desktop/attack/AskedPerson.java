package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.oauth.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What attacks on OAuth have in common: Alice's browser at the authorization server, where she logs
 * in and agrees, and the programs that come for tokens. All of it really happens.
 */
final class AskedPerson {
  /** The program that Alice uses. It keeps no secret (RFC 6749 §2.1). */
  static final String CLIENT = "desktop";

  /** Where its answers go, on her machine. */
  static final String CALLBACK = "http://127.0.0.1:51234/callback";

  /** What its requests for codes are made with (RFC 7636 appendix B). */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String TOKENS = "/oauth/token";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Target target;
  private String cookie = "";

  /** Alice in front of this server. */
  AskedPerson(Target target) {
    this.target = target;
  }

  /**
   * A right request for a code by her program, with these changes; an empty value takes one out.
   */
  static Map<String, String> request(String... changes) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("client_id", CLIENT);
    request.put("redirect_uri", CALLBACK);
    request.put("response_type", "code");
    request.put("scope", "events:read");
    request.put("state", "af0ifjsldkj");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    return changed(request, changes);
  }

  /** A right request for tokens by her program for this code, with these changes. */
  static Map<String, String> redeeming(String code, String... changes) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", CLIENT);
    form.put("code", code);
    form.put("redirect_uri", CALLBACK);
    form.put("code_verifier", VERIFIER);
    return changed(form, changes);
  }

  /** A request of her program to renew its tokens, with these changes. */
  static Map<String, String> refreshing(String token, String... changes) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", CLIENT);
    form.put("refresh_token", token);
    return changed(form, changes);
  }

  private static Map<String, String> changed(Map<String, String> values, String... changes) {
    for (int i = 0; i < changes.length; i += 2) {
      values.put(changes[i], changes[i + 1]);
    }
    values.values().removeIf(String::isEmpty);
    return values;
  }

  /**
   * Her browser opens a page of the authorization server for this request, and she logs in.
   *
   * @return the handle of what she is then asked; empty if she is not
   */
  String logsIn(String says, Map<String, String> request) throws InterruptedException {
    Hop asked = send(says, target.get("/oauth/authorize?" + Parameters.write(request)));
    String handle = handleIn(asked);
    if (handle.isEmpty()) {
      return "";
    }
    Hop loggedIn =
        send(
            "Alice logs in.",
            form(
                "/oauth/login",
                Map.of(
                    "request",
                    handle,
                    "username",
                    Loot.VICTIM,
                    "password",
                    target.loot().secret(Loot.VICTIM, "password"))));
    return handleIn(loggedIn);
  }

  /**
   * She agrees to what she is asked.
   *
   * @return the address to which her browser is then sent; empty if there is none
   */
  String agrees(String says, String handle) throws InterruptedException {
    return send(says, form("/oauth/consent", Map.of("request", handle, "decision", "allow")))
        .header("Location")
        .orElse("");
  }

  /** She lets her program, or whoever asks in its name, have what it asks for: the code. */
  String code(String says, Map<String, String> request) throws InterruptedException {
    String handle = logsIn(says, request);
    return handle.isEmpty()
        ? ""
        : Parameters.ofQuery(agrees("She agrees.", handle)).getOrDefault("code", "");
  }

  /** Her browser opens a page in a frame of another page. */
  Hop framed(String says, String handle) throws InterruptedException {
    return send(
        says,
        target
            .get("/oauth/consent?request=" + handle)
            .withHeader("Sec-Fetch-Site", "cross-site")
            .withHeader("Sec-Fetch-Dest", "iframe"));
  }

  /** Somebody asks for tokens. */
  Hop tokens(String actor, String says, Map<String, String> form) throws InterruptedException {
    return target.send(actor, says, form(TOKENS, form));
  }

  /** The attacker uses the access token in this answer, if there is one. */
  AttackResult use(Hop answer) throws InterruptedException {
    String token = accessToken(answer);
    if (token.isEmpty()) {
      return target.end(false, Events.GAIN);
    }
    Hop events =
        target.send(
            "Read Alice's events with the token.",
            JwtAttack.withToken(target.get(Events.VICTIMS), token));
    return target.end(Events.areIn(events), Events.GAIN);
  }

  /** The access token in an answer; empty if there is none. */
  static String accessToken(Hop answer) {
    return Events.body(answer).path("access_token").asText("");
  }

  /** The refresh token in an answer; empty if there is none. */
  static String refreshToken(Hop answer) {
    return Events.body(answer).path("refresh_token").asText("");
  }

  /** A form that is sent to the server. */
  Draft form(String path, Map<String, String> values) {
    return target.with("POST", path, FORM, Parameters.write(values));
  }

  private Hop send(String says, Draft draft) throws InterruptedException {
    Draft sent = cookie.isEmpty() ? draft : draft.withHeader("Cookie", cookie);
    Hop hop = target.send(AttackStep.VICTIM, says, sent);
    cookie = hop.header("Set-Cookie").map(set -> set.split(";", 2)[0]).orElse(cookie);
    return hop;
  }

  /** What a page is about is in its address. */
  private static String handleIn(Hop hop) {
    String location = hop.header("Location").orElse("");
    return location.startsWith("/") ? Parameters.ofQuery(location).getOrDefault("request", "") : "";
  }
}
