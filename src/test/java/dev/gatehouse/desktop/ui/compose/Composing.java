package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.identity.DemoKeys;
import dev.gatehouse.server.jose.TokenIssuer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** A compose model without a window, in which everything happens at once. */
final class Composing {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final String BASE = "https://127.0.0.1:8443";

  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final TokenIssuer issuer = TokenIssuer.create(BASE, clock);
  private final ComposeModel model;

  Composing() {
    this(
        (type, values, call, review) -> {
          throw new AssertionError("nothing is to be sent");
        });
  }

  Composing(Sender sender) {
    this(sender, Runnable::run);
  }

  Composing(Sender sender, Executor background) {
    model = new ComposeModel(CredentialTypes.all(), sender, background, Runnable::run, clock);
    model
        .factsProperty()
        .set(
            new ServerFacts(
                URI.create(BASE),
                List.of(person("alice"), person("bob")),
                new Catalogue(List.of(), List.of(), List.of()),
                List.of(),
                issuer::sign));
  }

  ComposeModel model() {
    return model;
  }

  /** The fields of what is chosen, by name. */
  FieldModel field(String name) {
    return model.credential().fields().stream()
        .filter(field -> field.field().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  JwtModel token() {
    model.credential().choose("jwt");
    return model.token(field("token"));
  }

  private DemoPerson person(String id) {
    return new DemoPerson(
        id,
        id,
        Set.of(),
        "",
        DemoPerson.made(
            Map.of(
                "password", id + "-secret",
                "apiKey", id + "-key",
                "opaqueToken", id + "-token",
                "totpSecret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                "jwt", issuer.issue(id, Set.of("events:read"), Map.of()))),
        (owner, algorithm) ->
            Optional.of(
                new DemoKeys.Own(owner + "-" + algorithm.text(), "key for " + algorithm.text())));
  }
}
