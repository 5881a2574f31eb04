package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.credential.TotpCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.totp.OneTimeCodes;
import dev.gatehouse.server.totp.SecretText;
import java.time.Instant;
import java.util.Map;

/**
 * Signing in as the victim, whose password is known: what stands between the attacker and the
 * victim's calendar is the second factor.
 */
final class SecondFactor {
  /** What an attacker who gets past it has gained. */
  static final String GAIN = "The attacker gave himself access to Alice's calendar.";

  private static final String SHARING = "/calendars/alice-work/sharing/" + Loot.ATTACKER;

  private SecondFactor() {}

  /** The victim's code of the step that is this many from now. */
  static String code(Target target, int offset) {
    byte[] secret = SecretText.read(target.loot().secret(Loot.VICTIM, "totpSecret")).orElseThrow();
    return OneTimeCodes.standard().at(secret, OneTimeCodes.stepAt(Instant.now()) + offset);
  }

  /** Sends a code for the session that was begun. */
  static Hop prove(Target target, String actor, String says, Hop login, String code)
      throws CredentialException, InterruptedException {
    Draft proof =
        SessionCredential.posting(TotpCredential.PATH, Map.of("totp", code), target.get("/"));
    return target.send(actor, says, SessionCredential.signedIn(login, proof));
  }

  /** Shares the victim's calendar with the attacker. */
  static Hop share(Target target, Hop login) throws CredentialException, InterruptedException {
    Draft share = target.with("PUT", SHARING, "application/json", "{\"access\":\"writer\"}");
    return target.send(
        "Share Alice's calendar with the attacker's own account.",
        SessionCredential.signedIn(login, share));
  }
}
