package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Signs in with the password of a new installation. */
@AutoService(Attack.class)
public final class DefaultAccount implements Attack {
  private static final String NAME = "admin";
  private static final String PASSWORD = "admin";
  private static final String GAIN = "The attacker is the administrator, and reads who is here.";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "default-account",
        "The password of a new installation",
        AttackGroup.PASSWORDS,
        "The attacker reads in the manual with which name and password a new installation is set up, and tries them.",
        "The manual. Everybody has it.",
        "The account was never closed: somebody chose a password of their own, and the first one still works beside it.",
        "default-account",
        List.of("OWASP API8:2023", "CWE-1392", "OWASP ASVS 4.0 V2.5"),
        "Ship no password at all: let whoever installs it choose one, or make a random one for each copy, and refuse the"
            + " well-known ones for ever (OWASP ASVS 4.0 V2.5).");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    target.makes("Read the manual.", "the first account", NAME + " / " + PASSWORD);
    Hop answer =
        target.send(
            "Ask as the administrator who has an account here.",
            Passwords.on(target.get("/admin/users"), NAME, PASSWORD));
    return target.end(answer.status() == 200 && Events.body(answer).size() > 0, GAIN);
  }
}
