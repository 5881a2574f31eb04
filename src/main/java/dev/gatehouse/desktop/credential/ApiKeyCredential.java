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
    return List.of(Field.secret("key", "Key", "Sent as it is in the header " + HEADER));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return Map.of("key", person.secret("apiKey").orElse(""));
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException {
    return draft.withHeader(HEADER, HeaderSecret.from(values, "key", "API key"));
  }
}
