package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client at one authorization server: what all flows have in common. What it checks is run by the
 * same verification as the server's checks, and noted at the hop whose answer it is about. Used for
 * one flow, by one thread.
 */
final class OAuthClient {
  /** What a request for tokens is for that is sent once more. */
  private static final String WITH_NUMBER = "again, with its number";

  private static final String OPENID = "/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";

  private final ClientSettings settings;
  private final ServerMetadata server;
  private final ClientAuthentication authentication;
  private final Wire wire;
  private final Clock clock;
  private final @Nullable BoundKey key;
  // What the token endpoint wants in the next proof, once it has said so (RFC 9449 §8).
  private Optional<String> number = Optional.empty();

  private OAuthClient(ClientSettings settings, ServerMetadata server, Wire wire, Clock clock) {
    this.settings = settings;
    this.server = server;
    this.authentication = new ClientAuthentication(settings, server);
    this.wire = wire;
    this.clock = clock;
    this.key = settings.bound() ? BoundKey.make(clock) : null;
  }

  /**
   * Finds out where to go (OpenID Connect Discovery §4, RFC 8414 §3).
   *
   * @throws FlowException if nobody says, or it is somebody else who does
   */
  static OAuthClient discover(ClientSettings settings, Wire wire, Clock clock)
      throws FlowException, InterruptedException {
    String issuer = settings.issuer();
    if (!Protection.isAddress(issuer)) {
      throw new FlowException(
          "Write the issuer as an address, for example https://login.example, without a path of its metadata.");
    }
    if (!Protection.covers(issuer)) {
      throw new FlowException(
          "What "
              + issuer
              + " says could be read and changed on the way, so it is not asked. Write an issuer with https, or"
              + " one on this machine (RFC 8414 §2).");
    }
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    Hop hop = wire.send(Between.BACK, "find the server", get(base + OPENID));
    Optional<ServerMetadata> found = ServerMetadata.in(hop);
    if (found.isEmpty() && hop.status() != 0) {
      found = ServerMetadata.in(wire.send(Between.BACK, "find the server", get(inserted(base))));
    }
    ServerMetadata server =
        found.orElseThrow(
            () -> new FlowException("There is no metadata of an authorization server at " + base));
    OAuthClient client = new OAuthClient(settings, server, wire, clock);
    client.examine(
        TokenChecks.OF_METADATA,
        new TokenChecks.Metadata(issuer, server.issuer(), server.addresses()));
    return client;
  }

  /** For OAuth the well-known part comes before the issuer's own path (RFC 8414 §3.1). */
  private static String inserted(String base) {
    int path = base.indexOf('/', base.indexOf("://") + 3);
    return path < 0 ? base + OAUTH : base.substring(0, path) + OAUTH + base.substring(path);
  }

  static Draft get(String url) {
    return new Draft("GET", url, List.of(new Header("Accept", "application/json")), new byte[0]);
  }

  ClientSettings settings() {
    return settings;
  }

  ServerMetadata server() {
    return server;
  }

  Wire wire() {
    return wire;
  }

  Clock clock() {
    return clock;
  }

  /**
   * Gets the keys with which the server signs.
   *
   * @throws FlowException if they cannot be had
   */
  JwkSet keys() throws FlowException, InterruptedException {
    Hop hop = wire.send(Between.BACK, "get its keys", get(server.endpoint("jwks_uri")));
    try {
      return JwkSet.read(new String(hop.body(), StandardCharsets.UTF_8));
    } catch (JoseException unreadable) {
      throw new FlowException("The server's keys cannot be read: " + unreadable.getMessage());
    }
  }

  /**
   * Sends a form in the client's name.
   *
   * @param endpoint the name of the endpoint in the metadata
   * @throws FlowException if the server has no such endpoint, or the client's key cannot be read
   */
  Hop post(String purpose, String endpoint, Map<String, String> form)
      throws FlowException, InterruptedException {
    Draft draft = authentication.post(endpoint, form, clock.instant());
    return wire.send(Between.BACK, purpose, draft);
  }

  /**
   * Sends a form to the token endpoint, with a proof if tokens are to be bound; once more if all
   * that the server misses is its number in the proof (RFC 9449 §8).
   *
   * @throws FlowException if the server has no such endpoint, or the client's key cannot be read
   */
  Hop askForTokens(String purpose, Map<String, String> form)
      throws FlowException, InterruptedException {
    BoundKey proving = key;
    if (proving == null) {
      return post(purpose, "token_endpoint", form);
    }
    String endpoint = "token_endpoint";
    Draft first = authentication.post(endpoint, form, clock.instant());
    Hop hop = wire.send(Between.BACK, purpose, proving.onTokenRequest(first, number));
    Optional<String> wanted = BoundKey.wanted(hop);
    if (wanted.isEmpty()) {
      return hop;
    }
    number = wanted;
    // Made anew, for a statement that the client signs is good only once.
    Draft again = authentication.post(endpoint, form, clock.instant());
    return wire.send(Between.BACK, WITH_NUMBER, proving.onTokenRequest(again, number));
  }

  /** By what the key is known that tokens are to be bound to, if there is one (RFC 9449 §10). */
  Optional<String> thumbprint() {
    return Optional.ofNullable(key).map(BoundKey::thumbprint);
  }

  /**
   * What was given, as the rest of the program gets it.
   *
   * @throws FlowException if the client's certificate cannot be read
   */
  Granted granted(TokenAnswer tokens) throws FlowException {
    return new Granted(tokens, key, authentication.certificate().orElse(null));
  }

  /**
   * Gets tokens, and checks what they are.
   *
   * @throws FlowException if there are none, or none that were asked for
   */
  TokenAnswer tokens(String purpose, Map<String, String> form)
      throws FlowException, InterruptedException {
    TokenAnswer answer = TokenAnswer.in(askForTokens(purpose, form));
    if (!answer.isGiven()) {
      throw new FlowException("The authorization server gave no token: " + answer.reason());
    }
    return answer;
  }

  /**
   * Checks what came, and notes it at the latest hop.
   *
   * @throws FlowException if a check has failed
   */
  <C> void examine(List<Check<C>> checks, C subject) throws FlowException {
    note(
        Verification.begin(wire.callerWeaknesses())
            .run(checks, subject)
            .concludeWithNobody()
            .checks());
  }

  private void note(List<CheckResult> checks) throws FlowException {
    wire.examined(checks);
    for (CheckResult check : checks) {
      if (check.outcome() == Outcome.FAILED) {
        throw new FlowException(check.question() + " " + check.actual());
      }
    }
  }

  /**
   * Checks tokens, and an ID token with them if there has to be one.
   *
   * @throws FlowException if a check has failed
   */
  void examineTokens(TokenAnswer answer, Optional<IdTokenChecks.Subject> idToken)
      throws FlowException {
    Verification.Run run =
        Verification.begin(wire.callerWeaknesses())
            .run(
                TokenChecks.OF_TOKENS,
                new TokenChecks.Tokens(answer, settings.scopes(), settings.tokenType()));
    idToken.ifPresent(subject -> run.run(IdTokenChecks.ALL, subject));
    note(run.concludeWithNobody().checks());
  }
}
