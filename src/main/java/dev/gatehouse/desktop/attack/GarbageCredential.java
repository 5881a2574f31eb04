package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;

/** Sends a credential that the verifier cannot even read. */
@AutoService(Attack.class)
public final class GarbageCredential extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "garbage-credential",
        "A credential that breaks the verifier",
        AttackGroup.WIRE,
        "The attacker sends a token of three parts that decode to nothing.",
        "Nothing but the address.",
        "The verifier throws, somebody catches the exception, and the request goes on as if it had been verified.",
        "fail-open",
        List.of("OWASP API2:2023", "CWE-636"),
        "Fail closed: whatever goes wrong while a credential is verified, the answer is no.");
  }

  @Override
  String token(Target target) {
    return target.makes("Write a token that cannot be decoded.", "token", "not.a.jwt");
  }
}
