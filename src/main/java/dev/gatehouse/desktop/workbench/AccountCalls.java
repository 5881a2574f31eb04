package dev.gatehouse.desktop.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.desktop.credential.BasicCredential;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.trace.Header;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people do with what proves them, and administrators with the keys, by the calls of the API
 * itself, made with name and password. The server checks them like any other, and they stand in its
 * log. Every method blocks, and throws what the server said if it refused.
 */
public final class AccountCalls {
  private static final String TOKENS = "/me/tokens";
  private static final int NO_CONTENT = 204;

  private final JsonMapper json = JsonMapper.builder().build();
  private final BasicCredential basic = new BasicCredential();
  private final Wire wire;
  private final URI base;

  /**
   * Calls to one server.
   *
   * @param base where it answers, for example {@code http://127.0.0.1:8085}
   */
  public AccountCalls(Wire wire, URI base) {
    this.wire = wire;
    this.base = base;
  }

  /**
   * The personal access tokens of somebody.
   *
   * @throws IOException if it did not answer, or refused
   */
  public List<PersonalToken> tokens(DemoPerson person) throws IOException, InterruptedException {
    List<PersonalToken> all = new ArrayList<>();
    for (JsonNode token : call(person, "GET", TOKENS, null).path("tokens")) {
      all.add(token(token));
    }
    return all;
  }

  /**
   * Makes one.
   *
   * @param name what it is for
   * @param scopes what it may be used for; at least one
   * @param expiresAt when it ends
   * @return the token itself, which nobody is told again
   * @throws IOException if it did not answer, or refused
   */
  public String mint(DemoPerson person, String name, List<String> scopes, Instant expiresAt)
      throws IOException, InterruptedException {
    ObjectNode wanted = json.createObjectNode().put("name", name);
    wanted.set("scopes", json.valueToTree(scopes));
    wanted.put("expiresAt", expiresAt.toString());
    return call(person, "POST", TOKENS, wanted).path("token").asText();
  }

  /**
   * Ends one.
   *
   * @throws IOException if it did not answer, or refused
   */
  public void revoke(DemoPerson person, PersonalToken token)
      throws IOException, InterruptedException {
    call(person, "DELETE", TOKENS + "/" + token.id(), null);
  }

  /**
   * The keys that are published, those to sign with first; anybody may ask.
   *
   * @throws IOException if it did not answer
   */
  public List<IssuerKey> keys() throws IOException, InterruptedException {
    Hop hop = wire.send("the keys", draft("GET", "/.well-known/jwks.json", null));
    List<IssuerKey> keys = new ArrayList<>();
    Set<String> algorithms = new HashSet<>();
    for (JsonNode key : read(hop).path("keys")) {
      String algorithm = key.path("alg").asText();
      // Of each algorithm the newest comes first, and only that one signs.
      keys.add(new IssuerKey(key.path("kid").asText(), algorithm, algorithms.add(algorithm)));
    }
    return keys;
  }

  /**
   * Makes new keys to sign with.
   *
   * @param administrator who asks for it
   * @return the identifier of the new default key
   * @throws IOException if it did not answer, or refused
   */
  public String rotateKeys(DemoPerson administrator) throws IOException, InterruptedException {
    return call(administrator, "POST", "/admin/keys/rotate", null).path("kid").asText();
  }

  private static PersonalToken token(JsonNode token) {
    List<String> scopes = new ArrayList<>();
    token.path("scopes").forEach(scope -> scopes.add(scope.asText()));
    return new PersonalToken(
        token.path("id").asText(),
        token.path("name").asText(),
        scopes,
        moment(token.path("expiresAt")),
        moment(token.path("lastUsedAt")));
  }

  private static @Nullable Instant moment(JsonNode text) {
    return text.isTextual() ? Instant.parse(text.asText()) : null;
  }

  private JsonNode call(DemoPerson person, String method, String path, @Nullable ObjectNode body)
      throws IOException, InterruptedException {
    try {
      Draft draft = basic.present(basic.valuesFor(person), draft(method, path, body), wire);
      return read(wire.send("the call", draft));
    } catch (CredentialException impossible) {
      throw new IOException(impossible);
    }
  }

  private Draft draft(String method, String path, @Nullable ObjectNode body) {
    byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    List<Header> headers =
        body == null ? List.of() : List.of(new Header("Content-Type", "application/json"));
    return new Draft(method, base.resolve(path).toString(), headers, bytes);
  }

  private JsonNode read(Hop hop) throws IOException {
    if (hop.status() == 0) {
      throw new IOException(hop.error());
    }
    JsonNode answer =
        hop.status() == NO_CONTENT ? json.createObjectNode() : json.readTree(hop.body());
    if (hop.status() >= 400) {
      String detail = answer.path("detail").asText(answer.path("title").asText());
      throw new IOException(hop.status() + ": " + detail);
    }
    return answer;
  }
}
