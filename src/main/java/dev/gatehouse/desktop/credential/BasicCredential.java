package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A name and a password with every request, readable by whoever sees it (RFC 7617). */
@AutoService(CredentialType.class)
public final class BasicCredential implements CredentialType {
  @Override
  public String type() {
    return "basic";
  }

  @Override
  public String label() {
    return "Basic (name and password)";
  }

  @Override
  public int rank() {
    return 10;
  }

  @Override
  public Optional<String> scheme() {
    return Optional.of("Basic");
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("username", "Name", "Who you say you are; no colon in it"),
        Field.secret("password", "Password", "What only you and the server know"));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return NameAndPassword.of(person);
  }

  /** Base64 of name, colon and password in UTF-8 (RFC 7617 §2 and §2.1). */
  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException {
    String name = values.getOrDefault("username", "");
    if (name.contains(":")) {
      throw new CredentialException(
          "A name for Basic must not have a colon in it: everything after the first colon would be read as the"
              + " password (RFC 7617 §2). Take the colon out of the name.");
    }
    String pair = name + ":" + values.getOrDefault("password", "");
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return draft.withHeader("Authorization", "Basic " + encoded);
  }
}
