package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.identity.PersonalTokens;
import dev.gatehouse.server.identity.StoredCredential;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own tokens for programs of theirs. That none of them is for more than the credential
 * that makes it was settled by the policy.
 */
final class TokenRoutes {
  /** The property that says what a token is for. */
  static final String SCOPES = "scopes";

  private static final String ALL = "/me/tokens";
  private static final String ONE = ALL + "/{token}";
  private static final String NAME = "name";
  private static final String EXPIRES_AT = "expiresAt";
  private static final int LONGEST_NAME = 100;
  private static final Duration USUAL_LIFETIME = Duration.ofDays(30);
  private static final Duration LONGEST_LIFETIME = Duration.ofDays(366);

  private final Identity identity;
  private final Clock clock;

  private TokenRoutes(Identity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  static List<Route> routes(Identity identity, Clock clock) {
    TokenRoutes routes = new TokenRoutes(identity, clock);
    return List.of(
        Route.of("GET", ALL, Action.TOKENS_READ, routes::list),
        Route.of("POST", ALL, Action.TOKENS_WRITE, Body.JSON, routes::create),
        Route.of("GET", ONE, Action.TOKENS_READ, routes::get),
        Route.of("DELETE", ONE, Action.TOKENS_WRITE, routes::delete));
  }

  private Reply list(Call call) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode all = body.putArray("tokens");
    identity.personalTokens().of(call.caller().id()).forEach(token -> all.add(json(token)));
    return Reply.ok(body);
  }

  private Reply create(Call call) {
    Person person =
        identity
            .person(call.caller().id())
            .orElseThrow(() -> Problem.of(403, "Only people have personal tokens.").thrown());
    Payload payload = call.payload();
    PersonalTokens.Issued issued =
        identity
            .personalTokens()
            .issue(person, name(payload), scopes(payload), expiresAt(payload))
            .orElseThrow(TokenRoutes::tooMany);
    ObjectNode body = json(issued.stored());
    body.put("token", issued.token());
    return Reply.json(201, body)
        .with("Location", CalendarRoutes.location("me", "tokens", issued.stored().id()));
  }

  private Reply get(Call call) {
    return Reply.ok(json(existing(call)));
  }

  private Reply delete(Call call) {
    identity.personalTokens().revoke(call.caller().id(), existing(call).id());
    return Reply.noContent();
  }

  private StoredCredential existing(Call call) {
    return identity
        .personalTokens()
        .find(call.caller().id(), call.parameter("token"))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private static String name(Payload payload) {
    @Nullable String name = payload.text(NAME);
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw Problem.badRequest(
              "A name of 1 to " + LONGEST_NAME + " characters tells you later what it was for.")
          .aboutField(NAME)
          .thrown();
    }
    return name.strip();
  }

  private static Set<String> scopes(Payload payload) {
    JsonNode list = payload.object().path(SCOPES);
    Set<String> scopes = new TreeSet<>();
    for (JsonNode scope : list) {
      if (scope.isTextual()) {
        scopes.add(scope.textValue());
      }
    }
    if (!list.isArray() || list.isEmpty() || scopes.size() != list.size()) {
      throw Problem.badRequest("scopes must be a list of scopes, at least one, each once.")
          .aboutField(SCOPES)
          .thrown();
    }
    return scopes;
  }

  private Instant expiresAt(Payload payload) {
    @Nullable String text = payload.text(EXPIRES_AT);
    Instant now = clock.instant();
    if (text == null) {
      return now.plus(USUAL_LIFETIME);
    }
    Optional<Instant> moment = moment(text);
    if (moment
        .filter(end -> end.isAfter(now) && !end.isAfter(now.plus(LONGEST_LIFETIME)))
        .isEmpty()) {
      throw Problem.badRequest(
              "expiresAt must be a time (RFC 3339) in the future, at most "
                  + LONGEST_LIFETIME.toDays()
                  + " days from now.")
          .aboutField(EXPIRES_AT)
          .thrown();
    }
    return moment.orElseThrow();
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static Refused tooMany() {
    return Problem.of(409, "You have " + PersonalTokens.MOST + " tokens already. Delete one first.")
        .thrown();
  }

  /** All that is known of it, which is not its secret. */
  private static ObjectNode json(StoredCredential token) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", token.id());
    node.put(NAME, token.name());
    node.set(SCOPES, ExchangeJson.sorted(token.scopes()));
    node.put("createdAt", token.createdAt().toString());
    node.put(EXPIRES_AT, text(token.expiresAt()));
    node.put("lastUsedAt", text(token.lastUsedAt()));
    return node;
  }

  static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }
}
