package dev.gatehouse.desktop.export;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.HttpSignatureCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.httpsignature.ComponentException;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.httpsignature.SignatureParameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signs a message (RFC 9421) in the shell: openssl makes the signature, with the time of then and a
 * nonce of its own, so that the command works whenever it is run.
 */
final class SignedMessageCurl {
  private SignedMessageCurl() {}

  /** Whether openssl signs in one line by the algorithm that is filled in. */
  static boolean signsBy(Map<String, String> values) {
    String algorithm = values.getOrDefault(HttpSignatureCredential.ALGORITHM, "");
    return algorithm.equals(SignatureAlgorithm.HMAC_SHA256.text());
  }

  /**
   * The command.
   *
   * @throws CredentialException if the request cannot be signed
   */
  static String write(@Nullable String authority, Map<String, String> values, Draft call)
      throws CredentialException {
    Draft complete = HttpSignatureCredential.withDigest(values, call);
    String components = HttpSignatureCredential.components(values, complete);
    String signed = lines(complete, components);
    String keyId = values.getOrDefault(HttpSignatureCredential.KEY_ID, "").strip();
    String secret = values.getOrDefault(HttpSignatureCredential.KEY, "").strip();
    return "said="
        + BashQuoting.word(components + ";created=")
        + "$(date +%s)"
        + BashQuoting.word(";keyid=\"" + keyId + "\";nonce=\"")
        + "$(openssl rand -hex 16)'\"'\n"
        + "signature=$(printf '%s\"@signature-params\": %s' "
        + BashQuoting.word(signed)
        + " \"$said\" |\n  openssl dgst -sha256 -hmac "
        + BashQuoting.word(secret)
        + " -binary | openssl base64 -A)\n"
        + new CurlLine(authority)
            .raw("-H \"Signature-Input: sig1=$said\"")
            .raw("-H \"Signature: sig1=:$signature:\"")
            .request(complete)
            .text();
  }

  /** The lines of what is covered, without the last one, which only the shell can write. */
  private static String lines(Draft complete, String components) throws CredentialException {
    try {
      SignatureParameters bare = SignatureParameters.parse(components);
      String base = HttpSignatureCredential.base(complete, bare).text();
      return base.substring(0, base.lastIndexOf("\"@signature-params\""));
    } catch (ComponentException cannotBeSigned) {
      throw new CredentialException("It cannot be signed: " + cannotBeSigned.reason() + ".");
    }
  }
}
