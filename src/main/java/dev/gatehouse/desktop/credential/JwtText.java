package dev.gatehouse.desktop.credential;

import java.util.function.BinaryOperator;

/**
 * A JSON Web Token as a person sees and changes it: header and payload laid out in lines, the
 * signature as it stands. A part that was not changed is sent byte for byte as it came, so that
 * looking at a token never breaks its signature; nothing is ever signed again unasked.
 *
 * @param original the token as it came
 * @param header the header as the person sees it
 * @param payload the payload as the person sees it
 * @param signature the signature in base64url
 */
public record JwtText(String original, String header, String payload, String signature) {
  /**
   * Takes a token apart.
   *
   * @throws CredentialException if it is not three parts of which the first two are base64url
   */
  public static JwtText of(String compact) throws CredentialException {
    CompactToken token = CompactToken.parse(compact);
    return new JwtText(
        compact.strip(),
        JsonIndent.of(token.header()),
        JsonIndent.of(token.payload()),
        token.signature());
  }

  /** The same with another header. */
  public JwtText withHeader(String text) {
    return new JwtText(original, text, payload, signature);
  }

  /** The same with another payload. */
  public JwtText withPayload(String text) {
    return new JwtText(original, header, text, signature);
  }

  /** The same with another signature. */
  public JwtText withSignature(String text) {
    return new JwtText(original, header, payload, text);
  }

  /** Whether the header says something else than it did, or says it in other bytes. */
  public boolean headerChanged() {
    return !header.equals(JsonIndent.of(before(0)));
  }

  /** Whether the payload says something else than it did, or says it in other bytes. */
  public boolean payloadChanged() {
    return !payload.equals(JsonIndent.of(before(1)));
  }

  /** Whether the signature stands under bytes that it was not made over. */
  public boolean signatureIsStale() {
    return (headerChanged() || payloadChanged()) && signature.equals(part(2));
  }

  /** The token as it is sent, with whatever signature stands there. */
  public String asItIs() {
    String first = headerChanged() ? CompactToken.encoded(header) : part(0);
    String second = payloadChanged() ? CompactToken.encoded(payload) : part(1);
    return first + "." + second + "." + signature;
  }

  /**
   * The token signed again.
   *
   * @param signer from header and payload, as JSON text, to the compact token
   * @throws CredentialException if what comes out is no token
   */
  public JwtText signedBy(BinaryOperator<String> signer) throws CredentialException {
    String plainHeader = headerChanged() ? header : before(0);
    String plainPayload = payloadChanged() ? payload : before(1);
    String signed = signer.apply(plainHeader, plainPayload);
    return of(signed);
  }

  private String part(int number) {
    return original.split("\\.", -1)[number];
  }

  private String before(int number) {
    try {
      return CompactToken.decoded(part(number), "part");
    } catch (CredentialException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }
}
