package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;

/** Uses a token that was meant for another API. */
@AutoService(Attack.class)
public final class JwtOtherAudience extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-other-audience",
        "A token for another API",
        AttackGroup.JWT,
        "The operator of a photo service sends the token that Alice gave to the photo service to the Calendar API.",
        "A token of Alice for another service of the same issuer.",
        "Issuer and signature are right, and the server does not ask whom the token was meant for.",
        "ignore-audience",
        List.of("RFC 8725 §3.9", "RFC 7519 §4.1.3"),
        "Demand the claim aud and accept only tokens in which this API stands.");
  }

  @Override
  String token(Target target) {
    String photos =
        target.loot().tokenIssuedTo(Loot.VICTIM, Map.of("aud", "https://photos.example"));
    return target.makes(
        "Take the token that Alice sent to the photo service.",
        "token for the photo service",
        photos);
  }
}
