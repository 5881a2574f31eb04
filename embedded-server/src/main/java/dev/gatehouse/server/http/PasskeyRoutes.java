package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.PasskeyCeremonies;
import dev.gatehouse.server.authn.PasskeyRegistration;
import dev.gatehouse.server.authn.WebauthnAuthenticator;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Passkey;
import java.time.Clock;
import java.util.List;

/**
 * What to ask a browser for, and the passkeys that somebody has. That a new one is right was
 * settled by the gate.
 */
final class PasskeyRoutes {
  private static final String PASSKEY = "passkey";

  private final Identity identity;
  private final PasskeyCeremonies ceremonies;
  private final PasskeyRegistration registration;

  private PasskeyRoutes(Identity identity, PasskeyCeremonies ceremonies, Clock clock) {
    this.identity = identity;
    this.ceremonies = ceremonies;
    this.registration = new PasskeyRegistration(identity, ceremonies, clock);
  }

  static List<Route> routes(Identity identity, PasskeyCeremonies ceremonies, Clock clock) {
    PasskeyRoutes routes = new PasskeyRoutes(identity, ceremonies, clock);
    String path = PasskeyRegistration.PATH;
    return List.of(
        Route.open(
            "POST",
            WebauthnAuthenticator.OPTIONS_PATH,
            call -> Reply.ok(ceremonies.loginOptions())),
        Route.of("POST", path + "/options", Action.PASSKEYS_WRITE, routes::options),
        Route.of("GET", path, Action.PASSKEYS_READ, routes::list),
        Route.of("POST", path, Action.PASSKEYS_WRITE, Body.PASSKEY, routes::register),
        Route.of("DELETE", path + "/{" + PASSKEY + "}", Action.PASSKEYS_WRITE, routes::remove));
  }

  private Reply options(Call call) {
    return identity
        .person(call.caller().id())
        .map(person -> Reply.ok(ceremonies.registrationOptions(person)))
        .orElseThrow(() -> Problem.of(403, "Only people have passkeys.").thrown());
  }

  private Reply list(Call call) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode passkeys = all.putArray("passkeys");
    identity.passkeys().of(call.caller().id()).forEach(one -> passkeys.add(json(one)));
    return Reply.ok(all);
  }

  private Reply register(Call call) {
    return Reply.json(201, json(registration.store(call.arrival(), call.caller())));
  }

  private Reply remove(Call call) {
    if (!identity.passkeys().remove(call.caller().id(), call.parameter(PASSKEY))) {
      throw Problem.notFound().thrown();
    }
    return Reply.noContent();
  }

  private static ObjectNode json(Passkey passkey) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", passkey.credentialId())
        .put("counter", passkey.counter())
        .put("backupEligible", passkey.backupEligible())
        .put("createdAt", passkey.createdAt().toString());
  }
}
