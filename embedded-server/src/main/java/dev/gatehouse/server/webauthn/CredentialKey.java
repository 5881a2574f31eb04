package dev.gatehouse.server.webauthn;

import com.webauthn4j.converter.util.CborConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.util.SignatureUtil;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a passkey (RFC 9052 §7), which says itself by which algorithm it verifies.
 *
 * @param cose the key
 */
public record CredentialKey(COSEKey cose) {
  /**
   * By which algorithms passkeys may sign, the preferred one first (RFC 9053 §2, RFC 8812 §2):
   * ES256, EdDSA and RS256.
   */
  public static final List<Long> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256.getValue(),
          COSEAlgorithmIdentifier.EdDSA.getValue(),
          COSEAlgorithmIdentifier.RS256.getValue());

  private static final CborConverter CBOR = new ObjectConverter().getCborConverter();

  /** A key for ES256. */
  public static CredentialKey of(ECPublicKey key) {
    return new CredentialKey(EC2COSEKey.create(key, COSEAlgorithmIdentifier.ES256));
  }

  /**
   * A key that was kept.
   *
   * @param bytes what {@link #bytes} gave
   */
  public static CredentialKey kept(byte[] bytes) {
    @Nullable COSEKey key = CBOR.readValue(bytes, COSEKey.class);
    if (key == null) {
      throw new IllegalArgumentException("no key");
    }
    return new CredentialKey(key);
  }

  /** The key as CBOR. */
  public byte[] bytes() {
    return CBOR.writeValueAsBytes(cose);
  }

  /** The number of its algorithm (RFC 9053 §2), or 0 if it names none. */
  public long algorithm() {
    @Nullable COSEAlgorithmIdentifier algorithm = cose.getAlgorithm();
    return algorithm == null ? 0 : algorithm.getValue();
  }

  /** Whether it is a key that can verify by the algorithm that it names. */
  public boolean isUsable() {
    try {
      verifier();
      return true;
    } catch (GeneralSecurityException | RuntimeException unusable) {
      return false;
    }
  }

  /** Whether it verifies a signature over these bytes. */
  public boolean verifies(byte[] signed, byte[] signature) throws GeneralSecurityException {
    Signature verifier = verifier();
    verifier.update(signed);
    try {
      return verifier.verify(signature);
    } catch (SignatureException notEvenWrittenAsOne) {
      return false;
    }
  }

  private Signature verifier() throws GeneralSecurityException {
    @Nullable COSEAlgorithmIdentifier algorithm = cose.getAlgorithm();
    if (algorithm == null) {
      throw new GeneralSecurityException("it names no algorithm");
    }
    Signature verifier = SignatureUtil.createSignature(algorithm.toSignatureAlgorithm());
    verifier.initVerify(cose.getPublicKey());
    return verifier;
  }
}
