package dev.gatehouse.server.trace;

import java.util.Set;

/**
 * A caller whose identity has been proved. It can be had from {@link Verification#principal()}
 * alone.
 */
public final class Principal {
  private final Claimant proved;

  Principal(Claimant proved) {
    this.proved = proved;
  }

  /** The person's identifier, for example {@code alice}. */
  public String id() {
    return proved.id();
  }

  /** The person's roles, for example {@code admin}. */
  public Set<String> roles() {
    return proved.roles();
  }

  /** What the credential allows, for example {@code events:read}. */
  public Set<String> scopes() {
    return proved.scopes();
  }

  /** How they proved who they are (RFC 8176); empty where nobody keeps account of it. */
  public Set<String> methods() {
    return proved.methods();
  }

  @Override
  public String toString() {
    return "Principal[" + proved.id() + "]";
  }
}
