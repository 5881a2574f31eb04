package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.oauth.DirectFlow;
import dev.gatehouse.desktop.oauth.FlowException;
import dev.gatehouse.desktop.oauth.TokenChecks;
import dev.gatehouse.server.DemoPerson;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An access token of a program that acts for itself (RFC 6749 §4.4). */
@AutoService(CredentialType.class)
public final class OAuthClientCredential implements CredentialType {
  private static final List<String> CLIENTS =
      List.of("machine", "signer", "batch", OAuthFields.ANOTHER);

  @Override
  public String type() {
    return "oauth-client";
  }

  @Override
  public String label() {
    return "OAuth client (client credentials: a program for itself)";
  }

  @Override
  public int rank() {
    return 81;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        OAuthFields.client(CLIENTS.toArray(String[]::new)),
        OAuthFields.issuer(),
        OAuthFields.clientId(),
        OAuthFields.secret(),
        OAuthFields.scope(),
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
        client.equals(OAuthFields.ANOTHER) ? "" : "calendars:read events:read freebusy:read";
    return OAuthFields.of(person, client, scope);
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    DirectFlow flow = DirectFlow.clientCredentials(OAuthFields.settings(values));
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
        new Leg(
            "ask for a token", Between.BACK, "oauth-client-credentials", TokenChecks.ofTokens()),
        OAuthFields.call(values));
  }
}
