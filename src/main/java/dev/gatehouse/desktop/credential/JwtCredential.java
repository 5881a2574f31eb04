package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bearer token that says who the caller is, signed by its issuer (RFC 7519, RFC 9068). It is sent
 * as it is, even if it is broken: whether it is any good is for the server to say.
 */
@AutoService(CredentialType.class)
public final class JwtCredential implements CredentialType {
  @Override
  public String type() {
    return "jwt";
  }

  @Override
  public String label() {
    return "JWT (signed bearer token)";
  }

  @Override
  public int rank() {
    return 40;
  }

  @Override
  public Optional<String> scheme() {
    return Optional.of("Bearer");
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.jwt(
            "token", "Token", "Header, payload and signature, each in base64url with dots between"),
        SecretPlace.field());
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    return Map.of("token", person.secret("jwt").orElse(""), SecretPlace.WHERE, SecretPlace.HEADER);
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException {
    return SecretPlace.OF_TOKENS.put(values, draft, HeaderSecret.from(values, "token", "token"));
  }
}
