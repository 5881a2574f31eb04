package dev.gatehouse.desktop.attack.forge;

import dev.gatehouse.desktop.credential.CompactToken;

/** Cuts the signature off, and says nothing of it. */
public final class NoSignature implements Forgery {
  @Override
  public String title() {
    return "Empty signature";
  }

  @Override
  public String does() {
    return "Keeps alg and cuts the signature off.";
  }

  @Override
  public String attack() {
    return "jwt-null-signature";
  }

  @Override
  public CompactToken forge(CompactToken token, Ingredients with) {
    return token.withSignature(new byte[0]);
  }
}
