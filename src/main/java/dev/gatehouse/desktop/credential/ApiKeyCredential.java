package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A long secret that names a program, in a header of its own. No RFC describes it. */
@AutoService(CredentialType.class)
public final class ApiKeyCredential implements CredentialType {
  /** The header that carries the key. */
  public static final String HEADER = "X-API-Key";

  private static final SecretPlace PLACE =
      new SecretPlace(HEADER, "", "api_key", "gatehouse-api-key");

  @Override
  public String type() {
    return "api-key";
  }

  @Override
  public String label() {
    return "API key";
  }

  @Override
  public int rank() {
    return 20;
  }

  @Override
  public Optional<String> scheme() {
    return Optional.of("ApiKey");
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.secret("key", "Key", "Belongs as it is in the header " + HEADER),
        SecretPlace.field());
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return Map.of("key", person.secret("apiKey").orElse(""), SecretPlace.WHERE, SecretPlace.HEADER);
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException {
    return PLACE.put(values, draft, HeaderSecret.from(values, "key", "API key"));
  }
}
