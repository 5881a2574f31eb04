package dev.gatehouse.desktop.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.StrictJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A program without a browser shows a code, its owner enters it elsewhere, and the program asks
 * until that is done (RFC 8628).
 */
public final class DeviceFlow {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

  /** What is waited if the server does not say, and by how much more if it was too fast (§3.5). */
  private static final int FIVE_SECONDS = 5;

  private static final int OK = 200;

  /** Waits. */
  @FunctionalInterface
  public interface Pause {
    /** Waits this long. */
    void pause(Duration time) throws InterruptedException;
  }

  private final ClientSettings settings;
  private final UserAgent browser;
  private final Pause pause;

  /** A flow that has not begun. */
  public DeviceFlow(ClientSettings settings, UserAgent browser) {
    this(settings, browser, time -> Thread.sleep(time.toMillis()));
  }

  /** The same, waiting in this way. */
  DeviceFlow(ClientSettings settings, UserAgent browser, Pause pause) {
    this.settings = settings;
    this.browser = browser;
    this.pause = pause;
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
    Map<String, String> form = new LinkedHashMap<>();
    if (!settings.scope().isEmpty()) {
      form.put("scope", settings.scope());
    }
    ObjectNode codes = codes(client.post("ask for codes", "device_authorization_endpoint", form));
    String page = codes.path("verification_uri").asText("");
    browser.connect(
        new UserAgent.Device(
            page,
            codes.path("verification_uri_complete").asText(page),
            codes.path("user_code").asText("")),
        wire);
    TokenAnswer tokens = poll(client, codes);
    client.examineTokens(tokens, Optional.empty());
    return client.granted(tokens);
  }

  private static ObjectNode codes(Hop hop) throws FlowException {
    try {
      ObjectNode codes = StrictJson.object(hop.body(), "the answer");
      if (hop.status() == OK && codes.path("device_code").isTextual()) {
        return codes;
      }
    } catch (JoseException unreadable) {
      throw new FlowException("There are no codes: " + unreadable.getMessage());
    }
    throw new FlowException("There are no codes.");
  }

  private TokenAnswer poll(OAuthClient client, ObjectNode codes)
      throws FlowException, InterruptedException {
    Instant end = client.clock().instant().plusSeconds(codes.path("expires_in").asLong(0));
    Duration interval = Duration.ofSeconds(codes.path("interval").asLong(FIVE_SECONDS));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", GRANT);
    form.put("device_code", codes.path("device_code").asText());
    boolean wait = !browser.decidesAtOnce();
    while (true) {
      if (wait) {
        pause.pause(interval);
      }
      wait = true;
      TokenAnswer answer = TokenAnswer.in(client.askForTokens("is it done?", form));
      if (answer.isGiven()) {
        return answer;
      }
      if (answer.error().equals("slow_down")) {
        interval = interval.plusSeconds(FIVE_SECONDS);
      } else if (!answer.error().equals("authorization_pending")) {
        throw new FlowException("The device got no token: " + answer.reason());
      }
      if (client.clock().instant().isAfter(end)) {
        throw new FlowException("Nobody has entered the code in time. Send again for a new one.");
      }
    }
  }
}
