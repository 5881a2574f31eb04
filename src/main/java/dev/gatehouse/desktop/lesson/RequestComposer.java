package dev.gatehouse.desktop.lesson;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.credential.Field;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.trace.Header;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the request that a lesson describes, for a server with these people. */
public final class RequestComposer {
  private static final String JSON = "application/json";

  private final URI base;
  private final List<DemoPerson> people;
  private final List<CredentialType> types;
  private final TokenEditor tokens;

  RequestComposer(
      URI base, List<DemoPerson> people, List<CredentialType> types, TokenEditor tokens) {
    this.base = base;
    this.people = List.copyOf(people);
    this.types = List.copyOf(types);
    this.tokens = tokens;
  }

  /**
   * A composer for the people of a running server.
   *
   * @param base where it answers, without a path
   */
  public static RequestComposer of(GatehouseServer server, URI base) {
    return new RequestComposer(
        base,
        server.people(),
        CredentialTypes.all(),
        new TokenEditor(server.issuer()::sign, Clock.systemUTC()));
  }

  /** The type of credential of a step. */
  public CredentialType type(RequestStep step) throws CredentialException {
    return types.stream()
        .filter(type -> type.type().equals(step.credential()))
        .findFirst()
        .orElseThrow(
            () ->
                new CredentialException(
                    "There is no type of credential \"" + step.credential() + "\"."));
  }

  /** The values of the credential's fields with which a step is sent, by field name. */
  public Map<String, String> values(RequestStep step) throws CredentialException {
    CredentialType type = type(step);
    Map<String, String> values = new LinkedHashMap<>();
    @Nullable DemoPerson person = person(step);
    if (person != null) {
      values.putAll(type.valuesFor(person, step.fields()));
    }
    values.putAll(step.fields());
    TokenEdit edit = step.token();
    if (edit != null) {
      String field =
          type.fields().stream()
              .filter(f -> f.kind() == Field.Kind.JWT)
              .map(Field::name)
              .findFirst()
              .orElseThrow(
                  () ->
                      new CredentialException(
                          "A credential of type " + type.type() + " has no token."));
      values.put(field, tokens.edit(values.getOrDefault(field, ""), edit));
    }
    return values;
  }

  /** The call of a step, without its credential. */
  Draft call(RequestStep step) throws CredentialException {
    String url = url(Objects.requireNonNull(step.path()));
    String body = step.body() == null ? "" : step.body();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Draft draft = new Draft(Objects.requireNonNull(step.method()), url, step.headers(), bytes);
    boolean typed =
        step.headers().stream().map(Header::name).anyMatch("Content-Type"::equalsIgnoreCase);
    return body.isEmpty() || typed ? draft : draft.withHeader("Content-Type", JSON);
  }

  /** The request of a step, complete with its credential. */
  public Draft compose(RequestStep step, Wire wire)
      throws CredentialException, InterruptedException {
    return type(step).present(values(step), call(step), wire);
  }

  private String url(String path) throws CredentialException {
    try {
      return base.resolve(path).toString();
    } catch (IllegalArgumentException notAnAddress) {
      throw new CredentialException("\"" + path + "\" is not a path that can be called.");
    }
  }

  private @Nullable DemoPerson person(RequestStep step) {
    return people.stream().filter(p -> p.id().equals(step.person())).findFirst().orElse(null);
  }
}
