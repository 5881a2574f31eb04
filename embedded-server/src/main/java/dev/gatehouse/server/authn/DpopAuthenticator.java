package dev.gatehouse.server.authn;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that are bound to a key: {@code Authorization: DPoP token}, and in the field {@code DPoP}
 * a proof, made for this request, that the sender has the key (RFC 9449). Its checks are those of
 * any signed token, {@link AccessTokenChecks}, those of the proof, {@link DpopProofChecks}, and
 * whether the two belong together, {@link Confirmation}.
 */
public final class DpopAuthenticator implements Acknowledging<DpopAttempt>, Assuring<DpopAttempt> {
  static final String SCHEME = "DPoP";

  private final AccessTokenChecks ofTheToken;
  private final DpopProofChecks ofTheProof;
  private final List<Check<DpopAttempt>> checks;
  private final List<Check<Demanded<DpopAttempt>>> assurance;

  DpopAuthenticator(GateServices services) {
    this.ofTheToken = new AccessTokenChecks(services);
    this.ofTheProof = DpopProofChecks.withToken(services.clock());
    List<Check<DpopAttempt>> all = new ArrayList<>();
    ofTheToken.list().forEach(check -> all.add(check.on(DpopAttempt::token)));
    ofTheProof.list().forEach(check -> all.add(check.on(DpopAttempt::proof)));
    all.add(ofTheProof.ofToken().on(DpopAttempt::proof));
    all.add(AccessTokenChecks.confirmation().on(DpopAttempt::token));
    all.add(ofTheProof.unused().on(DpopAttempt::proof));
    this.checks = List.copyOf(all);
    this.assurance =
        List.of(
            new TokenAssurance(services.clock())
                .check()
                .on(sent -> new Demanded<>(sent.attempt().token(), sent.demanded())));
  }

  @Override
  public String type() {
    return "dpop";
  }

  @Override
  public String scheme() {
    return SCHEME;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return AuthorizationHeader.find(arrival, SCHEME);
  }

  @Override
  public DpopAttempt attempt(Arrival arrival, Presented presented) {
    DpopProof proof = new DpopProof(arrival, Optional.of(presented.value()));
    Possession possession = new Possession(arrival.certificate(), Optional.of(proof));
    return new DpopAttempt(ofTheToken.attempt(presented, possession), proof);
  }

  @Override
  public List<Check<DpopAttempt>> checks() {
    return checks;
  }

  @Override
  public List<Check<Demanded<DpopAttempt>>> assurance() {
    return assurance;
  }

  @Override
  public boolean isReadable(DpopAttempt attempt) {
    return !attempt.token().isUnreadable();
  }

  @Override
  public Claimant identify(DpopAttempt attempt) {
    return ofTheToken.claimant(attempt.token());
  }

  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    Challenge challenge = Challenge.of(SCHEME).with("algs", DpopProofChecks.listed());
    return Optional.of(BearerCredentials.withReason(challenge, failure));
  }

  /** A number for the next proof, for those who speak of proofs (RFC 9449 §9). */
  @Override
  public List<Header> requests(Arrival arrival) {
    boolean wanted = !find(arrival).isEmpty() || !arrival.values(DpopProof.FIELD).isEmpty();
    return wanted ? List.of(ofTheProof.nextNonce()) : List.of();
  }

  /** Another number before the one in use has ended (RFC 9449 §8.2). */
  @Override
  public List<Header> acknowledgement(DpopAttempt attempt, byte[] body) {
    return ofTheProof.isHalfSpent(attempt.proof()) ? List.of(ofTheProof.nextNonce()) : List.of();
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 42;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new DpopAuthenticator(services);
    }
  }
}
