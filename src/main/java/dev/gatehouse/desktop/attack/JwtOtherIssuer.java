package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;

/** Uses a token of another issuer. */
@AutoService(Attack.class)
public final class JwtOtherIssuer extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-other-issuer",
        "A token of another issuer",
        AttackGroup.JWT,
        "The attacker rents a realm at the same login provider, calls a user there alice, and sends that user's token.",
        "A realm of their own at a provider whose realms share their signing keys.",
        "The signature is by a key that the server trusts, and the server does not ask in whose name it was made.",
        "ignore-issuer",
        List.of("RFC 8725 §3.8", "RFC 7519 §4.1.1"),
        "Compare iss, character by character, with the one issuer whose people these are. A right key is not enough where issuers share keys.");
  }

  @Override
  String token(Target target) {
    String foreign =
        target
            .loot()
            .tokenIssuedTo(Loot.VICTIM, Map.of("iss", "https://login.example/realms/dave"));
    return target.makes(
        "Sign in as alice at Dave's own realm. The provider signs all its realms' tokens with the same keys.",
        "token of Dave's realm",
        foreign);
  }
}
