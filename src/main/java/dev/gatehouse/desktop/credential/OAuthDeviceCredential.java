package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.oauth.DeviceFlow;
import dev.gatehouse.desktop.oauth.FlowException;
import dev.gatehouse.desktop.oauth.TokenChecks;
import dev.gatehouse.server.DemoPerson;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An access token for a device without a browser of its own (RFC 8628). */
@AutoService(CredentialType.class)
public final class OAuthDeviceCredential implements CredentialType {
  private static final List<String> CLIENTS = List.of("tv", OAuthFields.ANOTHER);

  @Override
  public String type() {
    return "oauth-device";
  }

  @Override
  public String label() {
    return "OAuth device (a code, agreed to on another device)";
  }

  @Override
  public int rank() {
    return 82;
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
        OAuthFields.bound());
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return valuesFor(person, Map.of());
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person, Map<String, String> chosen) {
    String client = OAuthFields.chosen(chosen, OAuthFields.CLIENT, CLIENTS);
    String scope =
        client.equals(OAuthFields.ANOTHER) ? "openid" : "calendars:read events:read freebusy:read";
    return OAuthFields.withLogin(person, client, scope);
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    DeviceFlow flow = new DeviceFlow(OAuthFields.settings(values), OAuthFields.agent(values));
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
    return List.of(
        new Leg("ask for codes", Between.BACK, "oauth-device-authorization", List.of()),
        new Leg("enter the code", Between.BY_HAND, "oauth-device", List.of()),
        new Leg("log in", Between.BY_HAND, "oauth-login", List.of()),
        new Leg("agree", Between.BY_HAND, "oauth-consent", List.of()),
        new Leg("is it done?", Between.BACK, "oauth-device-code", TokenChecks.ofTokens()),
        OAuthFields.call(values));
  }
}
