package dev.gatehouse.server.authn;

import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import dev.gatehouse.server.identity.Passkey;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.webauthn.ClientData;
import dev.gatehouse.server.webauthn.RelyingParty;
import dev.gatehouse.server.webauthn.SignedData;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** What is asked alike of a new passkey (WebAuthn §7.1) and of one that is used (§7.2). */
final class PasskeyFindings {
  private final PasskeyCeremonies ceremonies;
  private final RelyingParty party;

  PasskeyFindings(PasskeyCeremonies ceremonies) {
    this.ceremonies = ceremonies;
    this.party = ceremonies.party();
  }

  /**
   * Whether the challenge was given out here, is still good, and was not used. It is used up by
   * this.
   *
   * @param isOurs whether it was given out here for this very purpose
   */
  Finding challenge(ClientData client, boolean isOurs) {
    String challenge = client.challenge();
    String found;
    boolean good = false;
    if (!isOurs) {
      found = "not one that was given out here for this";
    } else if (!ceremonies.isFresh(challenge)) {
      found = "given out here too long ago";
    } else {
      good = ceremonies.use(challenge);
      found = good ? "it is" : "it was used already";
    }
    return Finding.of(good, "a challenge of this server, fresh and unused", found)
        .with("challenge", challenge);
  }

  /** Whether the browser says that it signs for this purpose. */
  static Finding type(ClientData client, String type) {
    return Finding.of(client.type().equals(type), type, client.type());
  }

  /** Whether the page that asked was one of ours, and in no frame of another. */
  Finding origin(ClientData client) {
    String own = party.inOrder().collect(Collectors.joining(" or "));
    if (client.crossOrigin() || client.topOrigin() != null) {
      String around = client.topOrigin() == null ? "another site" : client.topOrigin();
      return Finding.failed(own + ", in no frame", "in a frame of " + around);
    }
    return Finding.of(party.origins().contains(client.origin()), own, client.origin());
  }

  /** Whether the authenticator says that the passkey is for us. */
  Finding relyingParty(AuthenticatorData<?> said) {
    byte[] expected = SignedData.idHash(party.id());
    boolean ours = MessageDigest.isEqual(expected, said.getRpIdHash());
    return Finding.of(
            ours,
            "the SHA-256 of " + party.id(),
            ours ? "it is" : "that of another name: the passkey is not for this server")
        .with("rpIdHash", HexFormat.of().formatHex(said.getRpIdHash()));
  }

  /** Whether somebody was at the authenticator. */
  static Finding present(AuthenticatorData<?> said) {
    return flag(said, said.isFlagUP(), "UP");
  }

  /** Whether the authenticator knows that it was the right one. */
  static Finding verified(AuthenticatorData<?> said) {
    return flag(said, said.isFlagUV(), "UV");
  }

  /** Whether what the authenticator says of copies fits what it said when it was registered. */
  static Finding backup(AuthenticatorData<?> said, Passkey registered) {
    boolean eligible = registered.backupEligible();
    boolean agree = said.isFlagBE() == eligible && (said.isFlagBE() || !said.isFlagBS());
    return Finding.of(
        agree,
        (eligible ? "the flag BE" : "no flag BE") + ", as when it was registered; BS only with BE",
        (said.isFlagBE() ? "BE" : "no BE") + (said.isFlagBS() ? ", BS" : ", no BS"));
  }

  private static Finding flag(AuthenticatorData<?> said, boolean set, String name) {
    return Finding.of(set, "the flag " + name, set ? "it is set" : "it is not set")
        .with("authenticator data", SignedData.words(said));
  }
}
