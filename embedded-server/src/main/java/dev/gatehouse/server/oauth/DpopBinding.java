package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.DpopProof;
import dev.gatehouse.server.authn.DpopProofChecks;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tokens that are bound to the key of a proof, if the request for them has one (RFC 9449 §5). The
 * proof is asked the same as where the tokens are used.
 */
final class DpopBinding implements TokenBinding {
  /** The member of {@code cnf} that names the key (RFC 9449 §6.1). */
  static final String KEY = "jkt";

  private final DpopProofChecks proofs;
  private final List<Check<TokenRequest>> checks;

  /** Tokens bound by proofs of which this is asked. */
  DpopBinding(DpopProofChecks proofs) {
    this.proofs = proofs;
    List<Check<TokenRequest>> all = new ArrayList<>();
    proofs.list().forEach(check -> all.add(check.on(TokenRequest::proof)));
    all.add(proofs.unused().on(TokenRequest::proof));
    this.checks = List.copyOf(all);
  }

  @Override
  public List<Check<TokenRequest>> checks() {
    return checks;
  }

  @Override
  public Map<String, Object> confirmation(TokenRequest request) {
    DpopProof proof = request.proof();
    return proof.isSent() ? Map.of(KEY, proof.jkt().orElseThrow()) : Map.of();
  }

  /** A number for the next proof, for those who send proofs (RFC 9449 §8). */
  @Override
  public List<Header> headers(TokenRequest request) {
    return request.proof().isSent() ? List.of(proofs.nextNonce()) : List.of();
  }
}
