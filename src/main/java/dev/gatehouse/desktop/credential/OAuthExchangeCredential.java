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

/** An access token that a program gets for one that it was sent (RFC 8693). */
@AutoService(CredentialType.class)
public final class OAuthExchangeCredential implements CredentialType {
  private static final String TOKEN = "subjectToken";

  @Override
  public String type() {
    return "oauth-exchange";
  }

  @Override
  public String label() {
    return "OAuth exchange (one token for another)";
  }

  @Override
  public int rank() {
    return 83;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.secret(TOKEN, "Token", "The access token that the program was sent"),
        OAuthFields.scope(),
        OAuthFields.clientId(),
        OAuthFields.secret(),
        OAuthFields.issuer());
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    Map<String, String> values = OAuthFields.of(person, "machine", "events:read");
    values.remove(OAuthFields.CLIENT);
    values.remove(OAuthFields.BOUND);
    values.put(TOKEN, person.secret("jwt").orElse(""));
    return values;
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException, InterruptedException {
    DirectFlow flow =
        DirectFlow.exchange(OAuthFields.settings(values), OAuthFields.get(values, TOKEN).strip());
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
        new Leg("exchange it", Between.BACK, "oauth-exchange", TokenChecks.ofTokens()),
        OAuthFields.call(values));
  }
}
