package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.StoredCredential;
import java.util.List;

/** The caller's own API keys: which there are, and taking one back. */
final class ApiKeyRoutes {
  private static final String ALL = "/me/api-keys";
  private static final String KEY = "key";

  private final Identity identity;

  private ApiKeyRoutes(Identity identity) {
    this.identity = identity;
  }

  static List<Route> routes(Identity identity) {
    ApiKeyRoutes routes = new ApiKeyRoutes(identity);
    return List.of(
        Route.of("GET", ALL, Action.TOKENS_READ, routes::list),
        Route.of("DELETE", ALL + "/{" + KEY + "}", Action.TOKENS_WRITE, routes::delete));
  }

  private Reply list(Call call) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode all = body.putArray("apiKeys");
    for (StoredCredential key : identity.apiKeysOf(call.caller().id())) {
      all.addObject()
          .put("id", key.id())
          .put("createdAt", key.createdAt().toString())
          .put("expiresAt", TokenRoutes.text(key.expiresAt()))
          .set("scopes", ExchangeJson.sorted(key.scopes()));
    }
    return Reply.ok(body);
  }

  private Reply delete(Call call) {
    StoredCredential existing =
        identity.apiKeysOf(call.caller().id()).stream()
            .filter(key -> key.id().equals(call.parameter(KEY)))
            .findFirst()
            .orElseThrow(() -> Problem.notFound().thrown());
    identity.revokeCredential(existing.id());
    return Reply.noContent();
  }
}
