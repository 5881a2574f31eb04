package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a flow has come to: a token that passed the client's checks, and how it is presented. */
public final class Granted {
  /** What the first of two calls is for, where the API may want a number in the proof. */
  public static final String WITHOUT_NUMBER = "the call, before there is a number";

  private final TokenAnswer answer;
  private final @Nullable BoundKey key;

  Granted(TokenAnswer answer, @Nullable BoundKey key) {
    this.answer = answer;
    this.key = key;
  }

  /** The access token. */
  public String accessToken() {
    return answer.accessToken();
  }

  /** The ID token; empty if there is none. */
  public String idToken() {
    return answer.text("id_token");
  }

  /** What kind of token it is, for example {@code Bearer}. */
  public String type() {
    return answer.text("token_type");
  }

  /**
   * Puts the token on a call: as a bearer token (RFC 6750 §2.1), or with a proof of the key that it
   * is bound to (RFC 9449 §7.1), for which the API is asked for its number first.
   *
   * @throws FlowException if the API did not ask for a number, and so its first answer is the last
   */
  public Draft on(Draft call, Wire wire) throws FlowException, InterruptedException {
    if (key == null) {
      return call.withHeader("Authorization", "Bearer " + accessToken());
    }
    Hop asked = wire.send(WITHOUT_NUMBER, key.onCall(call, accessToken(), Optional.empty()));
    Optional<String> number = BoundKey.wanted(asked);
    if (number.isEmpty()) {
      throw new FlowException("The API asked for no number, so its first answer is the last.");
    }
    return key.onCall(call, accessToken(), number);
  }
}
