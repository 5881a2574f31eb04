package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.lesson.RequestComposer;
import dev.gatehouse.desktop.lesson.RequestStep;
import dev.gatehouse.desktop.ui.compose.Composition;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A request as a lesson describes it, for the compose pane. */
final class StartingPoint {
  private StartingPoint() {}

  /**
   * What the compose pane is filled with. May block.
   *
   * @throws CredentialException if there is no such credential
   */
  static Composition of(RequestStep step, GatehouseServer server) throws CredentialException {
    RequestComposer composer = RequestComposer.of(server, server.http());
    CredentialType type = composer.type(step);
    Map<String, String> edits = new LinkedHashMap<>(composer.values(step));
    Optional<DemoPerson> person =
        server.people().stream().filter(one -> one.id().equals(step.person())).findFirst();
    person.ifPresent(
        one -> edits.entrySet().removeAll(type.valuesFor(one, step.fields()).entrySet()));
    edits.putAll(step.fields());
    return new Composition(
        Objects.requireNonNull(step.method()),
        Objects.requireNonNull(step.path()),
        person.map(DemoPerson::id).orElse(Composition.NOBODY),
        type.type(),
        edits,
        step.headers(),
        step.body() == null ? "" : step.body());
  }
}
