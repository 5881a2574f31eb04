package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import java.util.List;

/** Who the caller is, and who else there is. */
final class PeopleRoutes {
  private final Identity identity;

  private PeopleRoutes(Identity identity) {
    this.identity = identity;
  }

  static List<Route> routes(Identity identity) {
    PeopleRoutes people = new PeopleRoutes(identity);
    return List.of(
        Route.of("GET", "/me", Action.ME_READ, people::me),
        Route.of("GET", "/admin/users", Action.USERS_READ, people::everybody));
  }

  private Reply me(Call call) {
    ObjectNode me = identity.person(call.caller().id()).map(PeopleRoutes::json).orElseThrow();
    me.set("scopes", ExchangeJson.sorted(call.caller().scopes()));
    return Reply.ok(me);
  }

  private Reply everybody(Call call) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode users = all.putArray("users");
    identity.people().forEach(person -> users.add(json(person)));
    return Reply.ok(all);
  }

  private static ObjectNode json(Person person) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", person.id());
    node.put("name", person.name());
    node.put("email", person.email());
    node.set("roles", ExchangeJson.sorted(person.roles()));
    return node;
  }
}
