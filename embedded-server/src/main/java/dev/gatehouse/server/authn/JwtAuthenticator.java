package dev.gatehouse.server.authn;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signed access tokens: {@code Authorization: Bearer header.payload.signature} (RFC 9068). Such a
 * token says itself whom it is about, and the signature is why that can be believed. Its checks are
 * {@link AccessTokenChecks}. One that is bound to a certificate is sent so too (RFC 8705 §3).
 */
public final class JwtAuthenticator implements Assuring<JwtAttempt> {
  private final AccessTokenChecks ofTheToken;
  private final List<Check<JwtAttempt>> checks;
  private final List<Check<Demanded<JwtAttempt>>> assurance;

  JwtAuthenticator(GateServices services) {
    this.ofTheToken = new AccessTokenChecks(services);
    List<Check<JwtAttempt>> all = new ArrayList<>();
    all.add(BearerCredentials.location(JwtAttempt::presented));
    all.addAll(ofTheToken.list());
    all.add(AccessTokenChecks.confirmation());
    this.checks = List.copyOf(all);
    this.assurance = List.of(new TokenAssurance(services.clock()).check());
  }

  @Override
  public String type() {
    return "jwt";
  }

  @Override
  public String scheme() {
    return BearerCredentials.SCHEME;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return BearerCredentials.find(arrival, token -> token.indexOf('.') >= 0);
  }

  @Override
  public JwtAttempt attempt(Arrival arrival, Presented presented) {
    return ofTheToken.attempt(presented, Possession.ofBearer(arrival));
  }

  @Override
  public List<Check<JwtAttempt>> checks() {
    return checks;
  }

  @Override
  public List<Check<Demanded<JwtAttempt>>> assurance() {
    return assurance;
  }

  @Override
  public boolean isReadable(JwtAttempt attempt) {
    return !attempt.isUnreadable();
  }

  @Override
  public Claimant identify(JwtAttempt attempt) {
    return ofTheToken.claimant(attempt);
  }

  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.of(BearerCredentials.challenge(failure));
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 40;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new JwtAuthenticator(services);
    }
  }
}
