package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;

/** Makes the victim's browser finish the attacker's login. */
@AutoService(Attack.class)
public final class OauthLoginCsrf implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-login-csrf",
        "Signed in as somebody else",
        AttackGroup.OAUTH,
        "The attacker logs in to the program that Alice uses, and gets her browser to open the last link of his login.",
        "An account of their own, and a page that Alice opens.",
        "The program goes on with the login that the link names, without asking whether this browser began it.",
        "client-ignores-state",
        List.of("RFC 9700 §4.7", "RFC 6749 §10.12", "CWE-352"),
        "Bind each request to the browser that began it, by a state that nobody else knows, and compare it when the browser comes back.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String own = Events.calendarOfAttacker(target);
    WebProgram program = new WebProgram(target);
    String link = program.linkOfAttacker();
    return program.used(
        own,
        program.login(
            target.wireOf(AttackStep.VICTIM),
            (url, redirection, wire) ->
                target.makes(
                    AttackStep.VICTIM,
                    "Alice has begun to log in too, and a page sends her browser to the attacker's link.",
                    "link",
                    link)));
  }
}
