package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Wire;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A token for what the client has at hand, without any browser: one request. */
public final class DirectFlow {
  private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private final ClientSettings settings;
  private final String purpose;
  private final Map<String, String> form;

  private DirectFlow(ClientSettings settings, String purpose, Map<String, String> form) {
    this.settings = settings;
    this.purpose = purpose;
    this.form = form;
  }

  /** The client acts for itself (RFC 6749 §4.4). */
  public static DirectFlow clientCredentials(ClientSettings settings) {
    return new DirectFlow(settings, "ask for a token", Map.of("grant_type", "client_credentials"));
  }

  /**
   * The client exchanges a token that it was sent for one of its own (RFC 8693 §2.1).
   *
   * @param token an access token
   */
  public static DirectFlow exchange(ClientSettings settings, String token) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", EXCHANGE);
    form.put("subject_token_type", ACCESS_TOKEN);
    form.put("subject_token", token);
    return new DirectFlow(settings, "exchange it", form);
  }

  /**
   * Goes through it.
   *
   * @param wire for every hop
   * @return the access token, with how it is presented
   * @throws FlowException if it comes to no token
   * @throws InterruptedException if the person cancelled it
   */
  public Granted granted(Wire wire, Clock clock) throws FlowException, InterruptedException {
    OAuthClient client = OAuthClient.discover(settings, wire, clock);
    Map<String, String> request = new LinkedHashMap<>(form);
    if (!settings.scope().isEmpty()) {
      request.put("scope", settings.scope());
    }
    TokenAnswer tokens = client.tokens(purpose, request);
    client.examineTokens(tokens, Optional.empty());
    return client.granted(tokens);
  }
}
