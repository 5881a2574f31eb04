package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.TokenParts;

/** Where the signature of a token comes from. */
public enum SignatureState {
  /** The token is as it was issued. */
  ISSUED("As issued: nothing was changed since it was signed."),
  /** The server's own key has signed it again. */
  AGAIN("Signed again, with the server’s own key."),
  /** It was made over other text than what stands there now. */
  KEPT("The old signature, made over other text than this."),
  /** There is none. */
  NONE("No signature: the token ends with its second dot."),
  /** Somebody wrote it. */
  WRITTEN("A signature that neither the issuer nor this program made here.");

  private final String words;

  SignatureState(String words) {
    this.words = words;
  }

  /** In a sentence. */
  public String words() {
    return words;
  }

  static SignatureState of(TokenParts now, TokenParts issued, TokenParts signedHere) {
    if (now.signature().isEmpty()) {
      return NONE;
    }
    if (now.equals(issued)) {
      return ISSUED;
    }
    if (now.equals(signedHere)) {
      return AGAIN;
    }
    boolean known =
        now.signature().equals(issued.signature())
            || now.signature().equals(signedHere.signature());
    return known ? KEPT : WRITTEN;
  }
}
