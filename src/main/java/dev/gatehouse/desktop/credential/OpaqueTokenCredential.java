package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bearer token that means something to the server alone (RFC 6750 §2.1). */
@AutoService(CredentialType.class)
public final class OpaqueTokenCredential implements CredentialType {
  @Override
  public String type() {
    return "opaque-token";
  }

  @Override
  public String label() {
    return "Bearer token (opaque)";
  }

  @Override
  public int rank() {
    return 30;
  }

  @Override
  public Optional<String> scheme() {
    return Optional.of("Bearer");
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.secret("token", "Token", "Whoever bears it is let in; the server looks it up"),
        SecretPlace.field());
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return Map.of(
        "token", person.secret("opaqueToken").orElse(""), SecretPlace.WHERE, SecretPlace.HEADER);
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException {
    return SecretPlace.OF_TOKENS.put(values, draft, HeaderSecret.from(values, "token", "token"));
  }
}
