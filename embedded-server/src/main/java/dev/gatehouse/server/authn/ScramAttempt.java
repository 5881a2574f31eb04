package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.ScramSecret;
import dev.gatehouse.server.scram.ClientFinal;
import dev.gatehouse.server.scram.ClientFirst;
import dev.gatehouse.server.scram.SaslPrep;
import dev.gatehouse.server.scram.ScramException;
import dev.gatehouse.server.scram.ScramText;
import dev.gatehouse.server.scram.ServerFirst;
import java.util.Optional;

/**
 * What an {@code Authorization: SCRAM-SHA-256} says (RFC 7804 §5): the first message of an
 * exchange, or the last.
 *
 * @param arrival the request
 * @param sent all of what it says
 * @param parameters the same, taken apart
 * @param message what is in the parameter {@code data}
 * @param begun the exchange that it ends, if it was begun here
 * @param stored what is stored of the person it is said to be by
 */
record ScramAttempt(
    Arrival arrival,
    String sent,
    AuthParameters parameters,
    Message message,
    Optional<ScramExchanges.Begun> begun,
    Lookup<ScramSecret> stored) {
  private static final int LONGEST_DATA = 2_048;
  private static final int LONGEST_NAME = 255;

  /**
   * A message of a client.
   *
   * @param first if it is the first of an exchange
   * @param last if it is the last
   * @param flaw what is wrong with how it is written; empty if nothing is
   */
  record Message(Optional<ClientFirst> first, Optional<ClientFinal> last, String flaw) {}

  /** Reads one. Never throws. */
  static ScramAttempt read(
      Arrival arrival, String sent, ScramExchanges exchanges, Identity identity) {
    AuthParameters parameters = AuthParameters.readWithBase64(sent);
    Message message = message(parameters);
    Optional<ScramExchanges.Begun> begun =
        message.last().flatMap(last -> parameters.text("sid").flatMap(exchanges::find));
    ScramAttempt named =
        new ScramAttempt(arrival, sent, parameters, message, begun, new Lookup<>(Optional::empty));
    return new ScramAttempt(
        arrival,
        sent,
        parameters,
        message,
        begun,
        new Lookup<>(() -> Optional.of(identity.scramSecret(named.name()))));
  }

  /** The first message of the exchange, if it is known. */
  Optional<ClientFirst> first() {
    return message.first().or(() -> begun.map(ScramExchanges.Begun::first));
  }

  /** Who it is said to be by, in the form that is compared; empty if that is unknown. */
  String name() {
    return first().map(first -> prepared(first.name())).orElse("");
  }

  /** How the server answers the first message of that exchange. */
  ServerFirst answer(ScramExchanges.Begun exchange) {
    ScramSecret secret = stored.orElseThrow();
    return ServerFirst.of(exchange.nonce(), secret.salt(), secret.iterations());
  }

  private static Message message(AuthParameters parameters) {
    String data = parameters.text("data").orElse("");
    if (!parameters.flaw().isEmpty()) {
      return unreadable(parameters.flaw());
    }
    if (data.isEmpty() || data.length() > LONGEST_DATA) {
      return unreadable(data.isEmpty() ? "no data" : "more data than any message needs");
    }
    try {
      String message = ScramText.message(data);
      if (parameters.text("sid").isPresent()) {
        return new Message(Optional.empty(), Optional.of(ClientFinal.read(message)), "");
      }
      ClientFirst first = ClientFirst.read(message);
      String name = prepared(first.name());
      return name.isEmpty() || name.length() > LONGEST_NAME
          ? unreadable("a name with nothing or far too much in it, or with what no name may have")
          : new Message(Optional.of(first), Optional.empty(), "");
    } catch (ScramException flaw) {
      return unreadable(String.valueOf(flaw.getMessage()));
    }
  }

  private static Message unreadable(String flaw) {
    return new Message(Optional.empty(), Optional.empty(), flaw);
  }

  private static String prepared(String name) {
    try {
      return SaslPrep.prepare(name);
    } catch (ScramException nobody) {
      return "";
    }
  }
}
