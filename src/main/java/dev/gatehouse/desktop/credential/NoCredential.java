package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import java.util.List;
import java.util.Map;

/** No credential at all: how a stranger calls, and how open calls are made. */
@AutoService(CredentialType.class)
public final class NoCredential implements CredentialType {
  @Override
  public String type() {
    return "none";
  }

  @Override
  public String label() {
    return "No credential";
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public List<Field> fields() {
    return List.of();
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return Map.of();
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire) {
    return draft;
  }
}
