package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;
import static java.util.Objects.requireNonNull;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Basic (RFC 7617): {@code Authorization: Basic} and the Base64 of {@code name:password}, in UTF-8.
 * Base64 hides nothing; only an encrypted connection does.
 */
public final class BasicAuthenticator implements Authenticator<PasswordReading> {
  private final List<Check<PasswordReading>> checks;
  private final Identity identity;

  BasicAuthenticator(Identity identity) {
    this.identity = identity;
    this.checks = new ArrayList<>();
    checks.add(
        check(
                "basic.well-formed",
                "Is it Base64 of name:password?",
                "RFC 7617 §2",
                this::wellFormed)
            .because(
                "What cannot be read proves nothing. Guessing what was meant is how mistakes get in."));
    checks.addAll(new PasswordChecks(identity).list("basic", "RFC 7617 §2"));
  }

  @Override
  public String type() {
    return "basic";
  }

  @Override
  public String scheme() {
    return "Basic";
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return AuthorizationHeader.find(arrival, scheme());
  }

  @Override
  public PasswordReading attempt(Arrival arrival, Presented presented) {
    String sent = presented.value();
    byte @Nullable [] bytes = strictBase64(sent);
    if (bytes == null) {
      return PasswordReading.unreadable(arrival, sent, "not Base64");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return PasswordReading.unreadable(arrival, sent, "Base64, but not of UTF-8 text");
    }
    int colon = text.indexOf(':');
    return colon < 0
        ? PasswordReading.unreadable(arrival, sent, "Base64 of a text without a colon")
        : PasswordReading.of(arrival, sent, text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public List<Check<PasswordReading>> checks() {
    return checks;
  }

  private Finding wellFormed(PasswordReading reading) {
    return reading.finding("Base64 of a name, a colon and a password in UTF-8");
  }

  @Override
  public Claimant identify(PasswordReading reading) {
    return identity.person(requireNonNull(reading.name())).orElseThrow().claimant();
  }

  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.of(Challenge.of(scheme()).with("charset", "UTF-8"));
  }

  /**
   * RFC 4648 §4 with its padding and without stray bits; the JDK's decoder forgives both, so the
   * way back must agree.
   */
  private static byte @Nullable [] strictBase64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 10;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new BasicAuthenticator(services.identity());
    }
  }
}
