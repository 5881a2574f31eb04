package dev.gatehouse.desktop.attack.forge;

import dev.gatehouse.desktop.credential.CompactToken;

/** Keeps the signature that the token was issued with. */
public final class OldSignature implements Forgery {
  @Override
  public String title() {
    return "The old signature";
  }

  @Override
  public String does() {
    return "Leaves the signature as it stands, whatever was changed above.";
  }

  @Override
  public String attack() {
    return "jwt-tampered";
  }

  @Override
  public CompactToken forge(CompactToken token, Ingredients with) {
    return token;
  }
}
