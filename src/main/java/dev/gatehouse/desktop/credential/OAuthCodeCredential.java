package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.oauth.CodeFlow;
import dev.gatehouse.desktop.oauth.FlowException;
import dev.gatehouse.desktop.oauth.IdTokenChecks;
import dev.gatehouse.desktop.oauth.ResponseChecks;
import dev.gatehouse.desktop.oauth.TokenChecks;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.trace.Check;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An access token that a person has agreed to in the browser (RFC 6749 §4.1), got hop by hop and
 * then presented as a bearer token.
 */
@AutoService(CredentialType.class)
public final class OAuthCodeCredential implements CredentialType {
  private static final String SCOPES =
      "openid profile calendars:read calendars:write events:read events:write freebusy:read";
  private static final String READING = "openid profile calendars:read events:read freebusy:read";
  private static final List<String> CLIENTS =
      List.of("desktop", "web", "signer", OAuthFields.ANOTHER);

  @Override
  public String type() {
    return "oauth-code";
  }

  @Override
  public String label() {
    return "OAuth code (with PKCE, agreed to in a browser)";
  }

  @Override
  public int rank() {
    return 80;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        OAuthFields.client(CLIENTS.toArray(String[]::new)),
        OAuthFields.issuer(),
        OAuthFields.clientId(),
        OAuthFields.secret(),
        OAuthFields.scope(),
        OAuthFields.browser(),
        OAuthFields.username(),
        OAuthFields.password(),
        OAuthFields.bound(),
        Field.choice("pushed", "Push the request", "Before the browser goes", "no", "yes"),
        Field.choice("renewed", "Renew at once", "With the refresh token", "no", "yes"),
        Field.text("redirectUri", "Redirect URI", "A port is chosen if there is none"));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return valuesFor(person, Map.of());
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person, Map<String, String> chosen) {
    String client = OAuthFields.chosen(chosen, OAuthFields.CLIENT, CLIENTS);
    Map<String, String> values = OAuthFields.withLogin(person, client, scopes(client));
    values.put("pushed", OAuthFields.NO);
    values.put("renewed", OAuthFields.NO);
    values.put("redirectUri", redirectUri(client));
    return values;
  }

  private static String scopes(String client) {
    return switch (client) {
      case "signer" -> READING;
      case OAuthFields.ANOTHER -> "openid";
      default -> SCOPES;
    };
  }

  private static String redirectUri(String client) {
    return switch (client) {
      case "web" -> "http://127.0.0.1:8095/callback";
      case "signer" -> "https://partner.example/callback";
      default -> "http://127.0.0.1/callback";
    };
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    CodeFlow flow =
        new CodeFlow(
            OAuthFields.settings(values),
            OAuthFields.get(values, "redirectUri"),
            OAuthFields.get(values, "pushed").equals(OAuthFields.YES),
            OAuthFields.get(values, "renewed").equals(OAuthFields.YES),
            OAuthFields.agent(values));
    try {
      return flow.granted(wire, Clock.systemUTC()).on(draft, wire);
    } catch (FlowException stopped) {
      throw new CredentialException(String.valueOf(stopped.getMessage()));
    }
  }

  @Override
  public Optional<String> issuer(Map<String, String> values) {
    return OAuthFields.issuer(values);
  }

  @Override
  public List<Leg> plan() {
    return plan(Map.of());
  }

  @Override
  public List<Leg> plan(Map<String, String> values) {
    List<Check<?>> ofTokens = new ArrayList<>(TokenChecks.ofTokens());
    ofTokens.addAll(IdTokenChecks.ALL);
    return List.of(
        new Leg("open the page", Between.BROWSING, "oauth-authorize", List.of()),
        new Leg("log in", Between.BY_HAND, "oauth-login", List.of()),
        new Leg("agree", Between.BY_HAND, "oauth-consent", List.copyOf(ResponseChecks.ALL)),
        new Leg("redeem the code", Between.BACK, "oauth-code", ofTokens),
        OAuthFields.call(values));
  }
}
