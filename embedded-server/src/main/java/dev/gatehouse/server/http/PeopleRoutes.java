package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.oauth.AuthorizationServer;
import java.util.List;

/** Who the caller is, who else there is, and what administrators alone may do. */
final class PeopleRoutes {
  private final Identity identity;

  private final AuthorizationServer authorizationServer;

  private final TokenIssuer issuer;

  private PeopleRoutes(
      Identity identity, AuthorizationServer authorizationServer, TokenIssuer issuer) {
    this.identity = identity;
    this.authorizationServer = authorizationServer;
    this.issuer = issuer;
  }

  static List<Route> routes(
      Identity identity, AuthorizationServer authorizationServer, TokenIssuer issuer) {
    PeopleRoutes people = new PeopleRoutes(identity, authorizationServer, issuer);
    return List.of(
        Route.of("GET", "/me", Action.ME_READ, people::me),
        Route.of("GET", "/admin/users", Action.USERS_READ, people::everybody),
        Route.of("POST", "/admin/keys/rotate", Action.KEYS_ROTATE, people::rotateKeys));
  }

  private Reply me(Call call) {
    ObjectNode me =
        authorizationServer.subject(call.caller().id()).map(PeopleRoutes::json).orElseThrow();
    me.set("scopes", ExchangeJson.sorted(call.caller().scopes()));
    return Reply.ok(me);
  }

  private Reply everybody(Call call) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode users = all.putArray("users");
    identity.people().forEach(person -> users.add(json(person)));
    return Reply.ok(all);
  }

  private Reply rotateKeys(Call call) {
    String kid =
        issuer
            .rotate()
            .orElseThrow(
                () ->
                    Problem.of(
                            409,
                            "The keys were rotated too often of late: tokens by all of them are still about.")
                        .thrown());
    return Reply.ok(JsonNodeFactory.instance.objectNode().put("kid", kid));
  }

  private static ObjectNode json(Person person) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", person.id());
    node.put("name", person.name());
    if (!person.email().isEmpty()) {
      node.put("email", person.email());
    }
    node.set("roles", ExchangeJson.sorted(person.roles()));
    return node;
  }
}
