package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.ClientCertificate;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a flow has come to: a token that passed the client's checks, and how it is presented. */
public final class Granted {
  /** What the first of two calls is for, where the API may want a number in the proof. */
  public static final String WITHOUT_NUMBER = "the call, before there is a number";

  private final TokenAnswer answer;
  private final @Nullable BoundKey key;
  private final @Nullable ClientCertificate certificate;

  /**
   * A token.
   *
   * @param key what it is bound to, or null
   * @param certificate what the client has shown when it got it, or null
   */
  Granted(TokenAnswer answer, @Nullable BoundKey key, @Nullable ClientCertificate certificate) {
    this.answer = answer;
    this.key = key;
    this.certificate = certificate;
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
   * Puts the token on a call: as a bearer token (RFC 6750 §2.1), on a connection on which the
   * client's certificate is shown, if it has one (RFC 8705 §3), or with a proof of the key that it
   * is bound to (RFC 9449 §7.1), for which the API is asked for its number first.
   *
   * @throws FlowException if the API did not ask for a number, and so its first answer is the last
   */
  public Draft on(Draft plain, Wire wire) throws FlowException, InterruptedException {
    Draft call = shown(plain);
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

  private Draft shown(Draft call) throws FlowException {
    if (certificate == null) {
      return call;
    }
    if (!call.url().toLowerCase(Locale.ROOT).startsWith("https:")) {
      throw new FlowException(
          "The token may be bound to the program's certificate, which is shown when a TLS connection is made,"
              + " and this address begins with http. Call one that begins with https.");
    }
    return call.showing(certificate);
  }
}
