package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.auto.service.AutoService;
import dev.gatehouse.server.authn.Presented.Location;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logging in: {@code POST /login} with a name and a password, as JSON or as a form sends them.
 * Whoever passes gets a session with a new identifier, see {@link LoginSessions}. Other credentials
 * in the request do not count.
 */
public final class LoginAuthenticator implements Authenticator<PasswordReading> {
  /** Where to log in. */
  public static final String PATH = "/login";

  private static final String NAME = "username";
  private static final String PASSWORD = "password";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<Check<PasswordReading>> checks;
  private final Identity identity;

  LoginAuthenticator(Identity identity) {
    PasswordChecks password = new PasswordChecks(identity);
    this.identity = identity;
    this.checks =
        List.of(
            check(
                    "login.well-formed",
                    "Does it hold a name and a password?",
                    "RFC 9110 §8.3",
                    this::wellFormed)
                .refusedWith(Refusal.of(400)),
            check(
                    "login.origin",
                    "Does no other site's page send it?",
                    "W3C Fetch Metadata",
                    this::origin)
                .because(
                    "A stranger's page could log the browser in as the stranger, who then reads what its user enters.")
                .refusedWith(Refusal.of(403)),
            password.account(),
            password.source(),
            password.fits("login.password", "OWASP ASVS 4.0 V2.4"));
  }

  @Override
  public String type() {
    return "login";
  }

  @Override
  public @Nullable String scheme() {
    return null;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return claimsAlone(arrival)
        ? List.of(
            new Presented(Location.BODY, arrival.headers().size(), text(arrival.body()).orElse("")))
        : List.of();
  }

  @Override
  public boolean claimsAlone(Arrival arrival) {
    return arrival.method().equals("POST") && arrival.path().equals(PATH);
  }

  @Override
  public PasswordReading attempt(Arrival arrival, Presented presented) {
    String type =
        arrival.value("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/json" -> fromJson(arrival, presented.value());
      case "application/x-www-form-urlencoded" -> fromForm(arrival, presented.value());
      default -> PasswordReading.unreadable(arrival, presented.value(), "neither JSON nor a form");
    };
  }

  @Override
  public List<Check<PasswordReading>> checks() {
    return checks;
  }

  private Finding wellFormed(PasswordReading reading) {
    return reading.finding(NAME + " and " + PASSWORD + " as JSON or as a form sends them");
  }

  private Finding origin(PasswordReading reading) {
    return SiteOfOrigin.isOurs(reading.arrival());
  }

  @Override
  public Claimant identify(PasswordReading reading) {
    return identity.person(requireNonNull(reading.name())).orElseThrow().claimant();
  }

  /** Sessions are offered by {@link SessionAuthenticator}, which names the place to log in. */
  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.empty();
  }

  private static PasswordReading fromJson(Arrival arrival, String body) {
    JsonNode object;
    try {
      object = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return PasswordReading.unreadable(arrival, body, "not JSON");
    }
    JsonNode name = object.path(NAME);
    JsonNode password = object.path(PASSWORD);
    return name.isTextual() && password.isTextual()
        ? PasswordReading.of(arrival, body, name.textValue(), password.textValue())
        : PasswordReading.unreadable(arrival, body, "JSON without both of them as texts");
  }

  private static PasswordReading fromForm(Arrival arrival, String body) {
    List<String> names = FormParameters.values(body, NAME);
    List<String> passwords = FormParameters.values(body, PASSWORD);
    return names.size() == 1 && passwords.size() == 1
        ? PasswordReading.of(arrival, body, names.get(0), passwords.get(0))
        : PasswordReading.unreadable(arrival, body, "a form without exactly one of each");
  }

  private static Optional<String> text(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 60;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new LoginAuthenticator(services.identity());
    }
  }
}
