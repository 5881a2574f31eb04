package dev.gatehouse.server.sigv4;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind the scheme in {@code Authorization: AWS4-HMAC-SHA256} (AWS SigV4, step 6: add
 * the signature to the request).
 *
 * @param accessKey the public name of the secret key
 * @param scope where and when the signature is good
 * @param signedHeaders the names of the headers that are signed
 * @param signature 64 hexadecimal digits
 */
public record SignedAuthorization(
    String accessKey, CredentialScope scope, List<String> signedHeaders, String signature) {
  private static final Pattern FORM =
      Pattern.compile(
          "Credential=([^\\s/,]+)/(\\d{8})/([^\\s/,]+)/([^\\s/,]+)/([^\\s/,]+), *"
              + "SignedHeaders=([^\\s,A-Z]+), *"
              + "Signature=([0-9a-f]{64})");

  public SignedAuthorization {
    signedHeaders = List.copyOf(signedHeaders);
  }

  /** Reads what follows the scheme; empty if it is not written as every client writes it. */
  public static Optional<SignedAuthorization> read(String credentials) {
    Matcher parts = FORM.matcher(credentials);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedAuthorization(
            parts.group(1),
            new CredentialScope(parts.group(2), parts.group(3), parts.group(4), parts.group(5)),
            List.of(parts.group(6).split(";", -1)),
            parts.group(7)));
  }

  /** The value of the header, scheme included. */
  public String headerValue() {
    return SigV4.SCHEME
        + " Credential="
        + accessKey
        + "/"
        + scope.text()
        + ", SignedHeaders="
        + String.join(";", signedHeaders)
        + ", Signature="
        + signature;
  }
}
