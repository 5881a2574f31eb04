package dev.gatehouse.desktop.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.jose.StrictJson;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code by way of the browser, then a token for the code (RFC 6749 §4.1), with PKCE (RFC 7636),
 * {@code state} and, if somebody is to log in, {@code nonce}. The request for the code can be
 * pushed to the server first (RFC 9126).
 */
public final class CodeFlow {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int CREATED = 201;

  private final ClientSettings settings;
  private final String redirectUri;
  private final boolean pushed;
  private final boolean renewed;
  private final UserAgent browser;
  private final OpenRequests open;

  /**
   * A flow that has not begun.
   *
   * @param redirectUri where the browser is sent back to
   * @param pushed whether the request goes to the server before the browser does
   * @param renewed whether the tokens are exchanged for new ones at once (RFC 6749 §6)
   * @param browser who visits the authorization server
   */
  public CodeFlow(
      ClientSettings settings,
      String redirectUri,
      boolean pushed,
      boolean renewed,
      UserAgent browser) {
    this(settings, redirectUri, pushed, renewed, browser, new OpenRequests());
  }

  /**
   * A flow of a program that has others under way.
   *
   * @param open the requests of all of them
   */
  public CodeFlow(
      ClientSettings settings,
      String redirectUri,
      boolean pushed,
      boolean renewed,
      UserAgent browser,
      OpenRequests open) {
    this.open = open;
    this.settings = settings;
    this.redirectUri = redirectUri.strip();
    this.pushed = pushed;
    this.renewed = renewed;
    this.browser = browser;
  }

  /**
   * Goes through it.
   *
   * @param wire for every hop
   * @param clock by which tokens are judged
   * @return the access token, with how it is presented
   * @throws FlowException if it comes to no token, or to one that is not to be trusted
   * @throws InterruptedException if the person cancelled it
   */
  public Granted granted(Wire wire, Clock clock) throws FlowException, InterruptedException {
    OAuthClient client = OAuthClient.discover(settings, wire, clock);
    @Nullable JwkSet keys = settings.wantsIdToken() ? client.keys() : null;
    ProofKey proof = ProofKey.make();
    String state = ProofKey.random();
    String nonce = ProofKey.random();
    try (Redirection redirection = Redirection.open(redirectUri, PATIENCE, clock)) {
      OpenRequests.Request own = new OpenRequests.Request(redirection.uri(), proof, nonce);
      open.begin(state, own);
      Map<String, String> request = request(redirection.uri(), proof, state);
      if (keys != null) {
        request.put("nonce", nonce);
      }
      client.thumbprint().ifPresent(jkt -> request.put("dpop_jkt", jkt));
      String back = browser.visit(address(client, request), redirection, wire);
      Map<String, String> response = Parameters.ofQuery(back);
      String issuer = client.server().issuer();
      client.examine(
          ResponseChecks.ALL,
          new ResponseChecks.Subject(
              response,
              state,
              issuer,
              client.server().promises("authorization_response_iss_parameter_supported")));
      // Ours, unless somebody else's was taken for it.
      OpenRequests.Request answered = open.answered(response.getOrDefault("state", "")).orElse(own);
      TokenAnswer tokens =
          client.tokens(
              "redeem the code",
              Map.of(
                  "grant_type", "authorization_code",
                  "code", response.getOrDefault("code", ""),
                  "redirect_uri", answered.redirectUri(),
                  "code_verifier", answered.proof().verifier()));
      client.examineTokens(
          tokens,
          Optional.ofNullable(keys)
              .map(known -> subject(tokens, known, issuer, answered.nonce(), clock)));
      return client.granted(renewed ? Refresh.of(client, tokens) : tokens);
    }
  }

  private IdTokenChecks.Subject subject(
      TokenAnswer tokens, JwkSet keys, String issuer, String nonce, Clock clock) {
    return new IdTokenChecks.Subject(
        tokens.text("id_token"),
        keys,
        issuer,
        settings.clientId(),
        nonce,
        tokens.accessToken(),
        clock);
  }

  private Map<String, String> request(String uri, ProofKey proof, String state) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", settings.clientId());
    request.put("redirect_uri", uri);
    if (!settings.scope().isEmpty()) {
      request.put("scope", settings.scope());
    }
    request.put("state", state);
    request.put("code_challenge", proof.challenge());
    request.put("code_challenge_method", "S256");
    return request;
  }

  /** Where the browser is sent: with the whole request, or with the name of one that was pushed. */
  private String address(OAuthClient client, Map<String, String> request)
      throws FlowException, InterruptedException {
    String endpoint = client.server().endpoint("authorization_endpoint");
    if (!pushed) {
      return Parameters.added(endpoint, request);
    }
    Hop hop = client.post("push the request", "pushed_authorization_request_endpoint", request);
    Map<String, String> named = new LinkedHashMap<>();
    named.put("client_id", settings.clientId());
    named.put("request_uri", requestUri(hop));
    return Parameters.added(endpoint, named);
  }

  private static String requestUri(Hop hop) throws FlowException {
    try {
      ObjectNode answer = StrictJson.object(hop.body(), "the answer");
      if (hop.status() == CREATED && answer.path("request_uri").isTextual()) {
        return answer.path("request_uri").asText();
      }
    } catch (JoseException unreadable) {
      throw new FlowException("The request was not taken: " + unreadable.getMessage());
    }
    throw new FlowException("The request was not taken.");
  }
}
